package io.callport.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNamesTest {
    private static final List<String> NAMES = List.of("send", "sign", "state", "check", "dead-letters", "a");

    @ParameterizedTest
    @CsvSource({
        "sned, send",
        "sen, send",
        "sendd, send",
        "SEND, send",
        "sgin, sign",
        "chekc, check",
        "hceck, check",
        "deadletters, dead-letters",
        "dead_letter, dead-letters",
        "stop,",
        "frobnicate,",
        "'',a",
    })
    void findTheNameThatWasMeant(String written, String meant) {
        assertThat(KeyNames.meant(written, NAMES).orElse(null)).isEqualTo(meant);
    }
}
