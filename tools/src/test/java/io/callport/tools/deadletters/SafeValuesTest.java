package io.callport.tools.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SafeValuesTest {
    private static final int MAX = 20;

    @Test
    void textIsShownAsItIsAndShortened() {
        assertThat(shown("{\"query\":\"牛小信\"}")).isEqualTo("{\"query\":\"牛小信\"}");
        assertThat(shown("x".repeat(20))).isEqualTo("x".repeat(20));
        assertThat(shown("x".repeat(21))).isEqualTo("x".repeat(19) + "…");
        assertThat(shown("😀".repeat(21))).isEqualTo("😀".repeat(19) + "…");
    }

    @Test
    void nothingMovesTheCursorHidesOrTurnsAround() {
        assertThat(shown("\u001b[2J\u0007")).isEqualTo("\\u001b[2J\\u0007");
        assertThat(shown("a\nb\tc\r")).isEqualTo("a\\nb\\tc\\r");
        assertThat(shown("\u202e\u200b\u2028")).isEqualTo("\\u202e\\u200b\\u2028");
        assertThat(shown("\u009b31m")).isEqualTo("\\u009b31m");
    }

    @Test
    void bytesThatAreNoTextAreHexadecimal() {
        assertThat(SafeValues.beginning(new byte[] {(byte) 0xff, 0x41}, MAX)).isEqualTo("0xff41");
        assertThat(SafeValues.beginning(null, MAX)).isEqualTo("(none)");
        assertThat(SafeValues.beginning(new byte[0], MAX)).isEqualTo("(empty)");
    }

    @Test
    void aBeginningMayEndWithinACharacter() {
        byte[] bytes = "号码组".getBytes(StandardCharsets.UTF_8);
        assertThat(SafeValues.beginning(Arrays.copyOf(bytes, 7), MAX)).isEqualTo("号码");
    }

    private static String shown(String text) {
        return SafeValues.beginning(text.getBytes(StandardCharsets.UTF_8), MAX);
    }
}
