package io.callport.kafka.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void longTextEndsInAnEllipsis() {
        assertThat(Text.shortened("abc", 3)).isEqualTo("abc");
        assertThat(Text.shortened("abcd", 3)).isEqualTo("ab…");
        assertThat(Text.shortened("", 3)).isEmpty();
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Text.shortened("a😀bc", 3)).isEqualTo("a…");
        assertThat(Text.shortened("😀bcd", 4)).isEqualTo("😀b…");
    }

    @Test
    void anAttributeHoldsWholeVisibleCharacters() {
        assertThat(Text.isAttribute("外显号 😀")).isTrue();
        assertThat(Text.isAttribute("a\tb")).isFalse();
        assertThat(Text.isAttribute("a\u0085b")).isFalse();
        assertThat(Text.isAttribute("\ud83d")).isFalse();
        assertThat(Text.isAttribute("\ude00\ud83d")).isFalse();
    }
}
