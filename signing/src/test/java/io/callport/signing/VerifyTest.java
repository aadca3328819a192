package io.callport.signing;

import static io.callport.signing.SampleMessages.CALLBOT_SECRET;
import static io.callport.signing.SampleMessages.MOOR;
import static io.callport.signing.SampleMessages.MOOR_SECRET;
import static io.callport.signing.SampleMessages.NXLINK_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

/** Signatures from other programs: the answer to any text is yes or no. */
class VerifyTest {
    private static final CallbotMessage CALLBOT = SampleMessages.callbot(Algorithm.SHA256, "{}");
    private static final NxlinkMessage NXLINK = SampleMessages.nxlink(Algorithm.SHA256, "{}");

    static Stream<String> noSignatures() {
        return Stream.of("", " ", "***", "null", "=", "\r\n", "牛", "\uD800", "ﬀ".repeat(32), "0".repeat(100_000));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("noSignatures")
    void whatIsNoSignatureIsRefusedAndNeverThrows(String sign) {
        assertThat(MoorSignature.verify(MOOR, sign, MOOR_SECRET)).isFalse();
        assertThat(CallbotSignature.verify(CALLBOT, sign, CALLBOT_SECRET)).isFalse();
        assertThat(NxlinkSignature.verify(NXLINK, sign, NXLINK_SECRET)).isFalse();
    }

    @Test
    void aSignatureWithMoreOrLessAroundItIsRefused() {
        String moor = MoorSignature.sign(MOOR, MOOR_SECRET).sign();
        String callbot = CallbotSignature.sign(CALLBOT, CALLBOT_SECRET).sign();

        for (String sign : new String[] {moor + " ", " " + moor, moor + "=", moor.substring(0, 43)}) {
            assertThat(MoorSignature.verify(MOOR, sign, MOOR_SECRET)).isFalse();
        }
        for (String sign : new String[] {callbot + "0", "0" + callbot, callbot.substring(0, 32)}) {
            assertThat(CallbotSignature.verify(CALLBOT, sign, CALLBOT_SECRET)).isFalse();
        }
    }

    @Test
    void hexIsAcceptedInEitherCaseButNotMixed() {
        String callbot = CallbotSignature.sign(CALLBOT, CALLBOT_SECRET).sign();
        String nxlink = NxlinkSignature.sign(NXLINK, NXLINK_SECRET).sign();

        assertThat(CallbotSignature.verify(CALLBOT, callbot.toLowerCase(Locale.ROOT), CALLBOT_SECRET))
                .isTrue();
        assertThat(NxlinkSignature.verify(NXLINK, nxlink.toUpperCase(Locale.ROOT), NXLINK_SECRET))
                .isTrue();
        assertThat(CallbotSignature.verify(CALLBOT, mixed(callbot), CALLBOT_SECRET))
                .isFalse();
        assertThat(NxlinkSignature.verify(NXLINK, mixed(nxlink), NXLINK_SECRET)).isFalse();
    }

    @Test
    void moorBase64KeepsItsCase() {
        String sign = MoorSignature.sign(MOOR, MOOR_SECRET).sign();

        assertThat(MoorSignature.verify(MOOR, sign.toLowerCase(Locale.ROOT), MOOR_SECRET))
                .isFalse();
    }

    @Test
    void theAlgorithmsSignatureOfTheOtherIsRefused() {
        String md5 = CallbotSignature.sign(SampleMessages.callbot(Algorithm.MD5, "{}"), CALLBOT_SECRET)
                .sign();

        assertThat(CallbotSignature.verify(CALLBOT, md5, CALLBOT_SECRET)).isFalse();
    }

    @Test
    void charactersCannotMoveFromOnePartToTheNext() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MoorMessage("200010", "31608119594", "123221"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MoorMessage("2000103", "1608119594", "12322"));

        // The signature of a body with separators fits no message with a shorter body and a longer header.
        String hidden = "&createTs=1700000000&requestID=1";
        CallbotMessage whole = SampleMessages.callbot(Algorithm.MD5, "{}" + hidden);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbotMessage(
                        whole.uuid(),
                        "1700000000",
                        "1&createTs=1700000000&requestID=" + whole.requestId(),
                        Algorithm.MD5,
                        "{}".getBytes(UTF_8)))
                .withMessageContaining("U+0026");
    }

    /** The first letter in the other case than the rest. */
    private static String mixed(String hex) {
        StringBuilder text = new StringBuilder(hex);
        for (int i = 0; i < hex.length(); i++) {
            if (Character.isLetter(hex.charAt(i))) {
                text.setCharAt(i, (char) (hex.charAt(i) ^ 0x20));
                return text.toString();
            }
        }
        throw new AssertionError("no letter in " + hex);
    }
}
