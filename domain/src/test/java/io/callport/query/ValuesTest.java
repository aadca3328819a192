package io.callport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void vendorFieldsAreACopyThatKeepsNulls() {
        Map<String, @Nullable Object> sent = new HashMap<>();
        sent.put("agent", null);
        VendorFields fields = new VendorFields(sent);
        sent.put("later", 1);

        assertThat(fields.fields()).containsOnlyKeys("agent").containsEntry("agent", null);
        assertThatThrownBy(() -> fields.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aVendorsMessageIsShortened() {
        VendorReply reply = new VendorReply(500, null, "x".repeat(5_000), null);

        assertThat(reply.message()).hasSize(200).endsWith("…");
    }

    @Test
    void aFailuresExceptionSaysWhyAndHasNoCause() {
        QueryFailedException e =
                new QueryFailedException(QueryFailure.notSent(Reason.EXPIRED, "The command's deadline passed"));

        assertThat(e).hasMessage("expired: The command's deadline passed").hasNoCause();
        assertThat(e.failure().sent()).isEqualTo(QueryFailure.Sent.NO);
    }
}
