package io.callport.kafka.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OriginKeyTest {
    private static final OriginKey KEY = GoldenRecords.ORIGIN_KEY;
    private static final String TEXT = "__dlq.errors. callport.7moor.commands/0/17";

    /** Computed with Python's hmac. */
    private static final String TAG = "qa4rzwdqpbkVOeZ3pXRIysA9uH9zaWO6W3QEa1NFUfQ";

    @Test
    void aTagIsAnHmacInBase64ForUrls() {
        assertThat(KEY.tag(TEXT)).isEqualTo(TAG);
        assertThat(KEY.verifies(TEXT, TAG)).isTrue();
        assertThat(KEY.verifies(TEXT + "8", TAG)).isFalse();
        assertThat(KEY.verifies(TEXT, TAG.substring(1))).isFalse();
        assertThat(KEY.verifies(TEXT, "")).isFalse();
    }

    @Test
    void eachDrawnKeyIsAnother() {
        SecureRandom random = new SecureRandom();
        assertThat(OriginKey.drawn(random)).isNotEqualTo(OriginKey.drawn(random));
    }

    @Test
    void aKeyHas32Bytes() {
        assertThatThrownBy(() -> OriginKey.of(new byte[31])).hasMessage("key: must have 32 bytes, but has 31");
    }

    @Test
    void noTextShowsTheSecret() {
        byte[] secret = "a secret that no text may show!!".getBytes(StandardCharsets.US_ASCII);
        OriginKey key = OriginKey.of(secret);
        String shown = key + " " + key.record() + " " + key.hashCode();
        assertThat(shown).doesNotContain("secret that", HexFormat.of().formatHex(secret));
        assertThat(key.record().toString()).isEqualTo("key (37 bytes)");
    }

    @Test
    void theValueOfARecordIsReadAlone() {
        assertThat(OriginKey.isNamed("key".getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(OriginKey.isNamed("keys".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(OriginKey.readValue(KEY.record().value())).isEqualTo(KEY);
        assertThat(OriginKey.readValue(null)).isNull();
        assertThat(OriginKey.readValue(new byte[] {1, 2, 3})).isNull();
    }
}
