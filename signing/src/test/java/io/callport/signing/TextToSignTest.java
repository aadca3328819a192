package io.callport.signing;

import static io.callport.signing.Algorithm.MD5;
import static io.callport.signing.Algorithm.SHA256;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text that each scheme signs, as the whole text. */
class TextToSignTest {
    private static final String CALLBOT_TAIL =
            "&createTs=1700000000&requestID=00000000000000000000000000000001&uuid=Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR";
    private static final String NXLINK_HEAD = "accessKey=fme2na3kdi3ki&action=cc&bizType=8&ts=1655710885431";

    static Stream<Arguments> callbot() {
        return Stream.of(
                Arguments.of(
                        "documented sample",
                        "{\"customerId\": \"1234\", \"appKey\": \"xxxxxx\", \"status\": 1}",
                        "***&body={\"customerId\": \"1234\", \"appKey\": \"xxxxxx\", \"status\": 1}" + CALLBOT_TAIL),
                Arguments.of("empty body keeps its name", "", "***&body=" + CALLBOT_TAIL),
                Arguments.of("spaces and line ends count", " {\r\n}\n", "***&body= {\r\n}\n" + CALLBOT_TAIL),
                Arguments.of("no percent-encoding", "a b%20+/?#", "***&body=a b%20+/?#" + CALLBOT_TAIL),
                Arguments.of("not ASCII", "{\"n\":\"牛小信😀\"}", "***&body={\"n\":\"牛小信😀\"}" + CALLBOT_TAIL),
                Arguments.of(
                        "body holds the separators",
                        "a&createTs=1&requestID=2&uuid=3",
                        "***&body=a&createTs=1&requestID=2&uuid=3" + CALLBOT_TAIL),
                Arguments.of(
                        "body holds the secret",
                        "k=" + SampleMessages.CALLBOT_KEY + ";",
                        "***&body=k=***;" + CALLBOT_TAIL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void callbot(String name, String body, String text) {
        assertThat(text(CallbotSignature.sign(SampleMessages.callbot(MD5, body), SampleMessages.CALLBOT_SECRET)))
                .isEqualTo(text);
        assertThat(text(CallbotSignature.sign(SampleMessages.callbot(SHA256, body), SampleMessages.CALLBOT_SECRET)))
                .isEqualTo(text);
    }

    static Stream<Arguments> nxlink() {
        return Stream.of(
                Arguments.of("body", "{\"id\": 1}", NXLINK_HEAD + "&body={\"id\": 1}&accessSecret=***"),
                Arguments.of("empty body has no name", "", NXLINK_HEAD + "&accessSecret=***"),
                Arguments.of("a space is a body", " ", NXLINK_HEAD + "&body= &accessSecret=***"),
                Arguments.of("not ASCII", "{\"n\":\"牛小信\"}", NXLINK_HEAD + "&body={\"n\":\"牛小信\"}&accessSecret=***"),
                Arguments.of(
                        "body holds the separators",
                        "a&accessSecret=b&ts=1",
                        NXLINK_HEAD + "&body=a&accessSecret=b&ts=1&accessSecret=***"),
                Arguments.of(
                        "body holds the secret",
                        SampleMessages.NXLINK_KEY + "!",
                        NXLINK_HEAD + "&body=***!&accessSecret=***"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nxlink(String name, String body, String text) {
        assertThat(text(NxlinkSignature.sign(SampleMessages.nxlink(MD5, body), SampleMessages.NXLINK_SECRET)))
                .isEqualTo(text);
        assertThat(text(NxlinkSignature.sign(SampleMessages.nxlink(SHA256, body), SampleMessages.NXLINK_SECRET)))
                .isEqualTo(text);
    }

    static Stream<Arguments> moor() {
        return Stream.of(
                Arguments.of(
                        "documented message",
                        new MoorMessage("2000103", "1608119594", "123221"),
                        "20001031608119594123221"),
                Arguments.of(
                        "leading zeros stay",
                        new MoorMessage("0000001", "1604580737", "000001"),
                        "00000011604580737000001"),
                Arguments.of(
                        "appkey by mistake the secret",
                        new MoorMessage(SampleMessages.MOOR_KEY, "1604580737", "123123"),
                        "***1604580737123123"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void moor(String name, MoorMessage message, String text) {
        assertThat(text(MoorSignature.sign(message, SampleMessages.MOOR_SECRET)))
                .isEqualTo(text);
    }

    private static String text(SignedMessage signed) {
        return SampleMessages.step(signed, "text to sign");
    }
}
