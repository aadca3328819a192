package io.callport.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text is cut to its limit, and a character is never cut in half. */
class ShortTextTest {
    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(ShortText.of("", 3)).isEmpty();
        assertThat(ShortText.of("abc", 3)).isEqualTo("abc");
        assertThat(ShortText.of("a😀", 3)).isEqualTo("a😀");
    }

    @Test
    void aLongerTextEndsWithAnEllipsis() {
        assertThat(ShortText.of("abcd", 3)).isEqualTo("ab…");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(ShortText.of("a😀bc", 3)).isEqualTo("a…");
        assertThat(ShortText.of("😀bcd", 4)).isEqualTo("😀b…");
        assertThat(ShortText.of("😀😀", 2)).isEqualTo("…");
    }

    @Test
    void aVendorsMessageIsNotCutInHalfEither() {
        VendorReply reply = new VendorReply(500, null, "x".repeat(198) + "😀 is too long", null);
        assertThat(reply.message()).isEqualTo("x".repeat(198) + "…");
    }
}
