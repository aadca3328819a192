package io.callport.callinfo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LookupTest {
    @Test
    void namesTheFieldThatIsWrong() {
        assertThatThrownBy(() -> new LookupQuery(" ", "key", 1)).hasMessage("customerId: must not be blank");
        assertThatThrownBy(() -> new LookupQuery("1234", "", 1)).hasMessage("appKey: must not be blank");
        assertThatThrownBy(() -> new LookupQuery("1234", "k".repeat(257), 1))
                .hasMessage("appKey: must have at most 256 characters, but has 257");
    }
}
