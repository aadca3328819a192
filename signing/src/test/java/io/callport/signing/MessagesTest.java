package io.callport.signing;

import static io.callport.signing.Algorithm.MD5;
import static io.callport.signing.Algorithm.SHA256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are valid by construction: a value that cannot be a header, or not the vendor's, is refused by name. */
class MessagesTest {
    private static final byte[] BODY = {};

    static Stream<Arguments> headers() {
        return Stream.of(
                header("m7-appkey", v -> new MoorMessage(v, "1608119594", "123221")),
                header("uuid", v -> new CallbotMessage(v, "1700000000", "r", MD5, BODY)),
                header("requestID", v -> new CallbotMessage("u", "1700000000", v, MD5, BODY)),
                header("accessKey", v -> new NxlinkMessage(v, "1655710885431", "8", "cc", MD5, BODY)),
                header("bizType", v -> new NxlinkMessage("k", "1655710885431", v, "cc", MD5, BODY)),
                header("action", v -> new NxlinkMessage("k", "1655710885431", "8", v, MD5, BODY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void whatCannotStandInAHeaderIsRefusedByName(String name, Header header) {
        for (String bad :
                new String[] {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a b", " a", "a\tb", "a\0", "a\u007f", "é", "a&b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> header.of(bad))
                    .withMessageStartingWith(name + ": must be 1 to 128 visible ASCII characters other than '&'")
                    .withMessageContaining("U+");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header.of("Evil\n"))
                .withMessageContaining("U+000A at position 5")
                .withMessageNotContaining("Evil");
        assertThatIllegalArgumentException().isThrownBy(() -> header.of("")).withMessageEndingWith("but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header.of("a".repeat(129)))
                .withMessageEndingWith("but has 129");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void visibleAsciiOfAnyKindIsAHeader(String name, Header header) {
        StringBuilder all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c == '&' ? "" : c);
        }

        assertThat(header.of(all.toString())).isNotNull();
        assertThat(header.of("a".repeat(128))).isNotNull();
    }

    static Stream<Arguments> digits() {
        return Stream.of(
                digits("m7-timestamp", 10, v -> new MoorMessage("1", v, "123221")),
                digits("m7-nonce", 6, v -> new MoorMessage("1", "1608119594", v)),
                digits("createTs", 10, v -> new CallbotMessage("u", v, "r", MD5, BODY)),
                digits("ts", 13, v -> new NxlinkMessage("k", v, "8", "cc", MD5, BODY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("digits")
    void numbersHaveTheVendorsLength(String name, int count, Header header) {
        String right = "1".repeat(count);
        assertThat(header.of(right)).isNotNull();
        for (String bad : new String[] {
            "", right.substring(1), right + "1", right + "\n", "-" + right.substring(1), "x" + right.substring(1), "１"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> header.of(bad))
                    .withMessageStartingWith(name + ": must be " + count + " digits, ");
        }
    }

    @Test
    void theErrorForATimestampInTheWrongUnitNamesTheRightUnit() {
        ThrowingCallable millis = () -> new CallbotMessage("u", "1655710885431", "r", MD5, BODY);
        ThrowingCallable seconds = () -> new NxlinkMessage("k", "1655710885", "8", "cc", MD5, BODY);

        assertThatIllegalArgumentException()
                .isThrownBy(millis)
                .withMessage("createTs: must be 10 digits, seconds since 1970 as in 1700000000, but has 13");
        assertThatIllegalArgumentException()
                .isThrownBy(seconds)
                .withMessage("ts: must be 13 digits, milliseconds since 1970 as in 1655710885431, but has 10");
    }

    @Test
    void messagesAreEqualByContentAndShowOnlyTheSizeOfTheirBody() {
        assertThat(SampleMessages.callbot(MD5, "{}"))
                .isEqualTo(SampleMessages.callbot(MD5, "{}"))
                .hasSameHashCodeAs(SampleMessages.callbot(MD5, "{}"))
                .isNotEqualTo(SampleMessages.callbot(MD5, "[]"))
                .isNotEqualTo(SampleMessages.callbot(SHA256, "{}"))
                .hasToString("CallbotMessage[uuid=Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR, createTs=1700000000, "
                        + "requestId=00000000000000000000000000000001, algorithm=MD5, body=2 bytes]");
        assertThat(SampleMessages.nxlink(MD5, "{}"))
                .isEqualTo(SampleMessages.nxlink(MD5, "{}"))
                .hasSameHashCodeAs(SampleMessages.nxlink(MD5, "{}"))
                .isNotEqualTo(SampleMessages.nxlink(MD5, "[]"))
                .isNotEqualTo(SampleMessages.nxlink(SHA256, "{}"))
                .hasToString("NxlinkMessage[accessKey=fme2na3kdi3ki, ts=1655710885431, bizType=8, action=cc, "
                        + "algorithm=MD5, body=2 bytes]");
    }

    @Test
    void anAlgorithmIsReadInEitherCase() {
        assertThat(Stream.of("MD5", "md5").map(Algorithm::parse)).containsOnly(MD5);
        assertThat(Stream.of("SHA256", "sha256").map(Algorithm::parse)).containsOnly(SHA256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "MD5 ", "SHA-256", "SHA1", "ſha256"})
    void anotherAlgorithmIsRefusedWithTheTwoThatThereAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Algorithm.parse(text))
                .withMessageStartingWith("algorithm: must be MD5 or SHA256");
    }

    /** Makes a message with the given value as one of its headers. */
    interface Header {
        Object of(String value);
    }

    private static Arguments header(String name, Header header) {
        return Arguments.of(name, header);
    }

    private static Arguments digits(String name, int count, Header header) {
        return Arguments.of(name, count, header);
    }
}
