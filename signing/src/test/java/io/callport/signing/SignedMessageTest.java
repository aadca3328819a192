package io.callport.signing;

import static io.callport.signing.Algorithm.MD5;
import static io.callport.signing.Algorithm.SHA256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The content of a signed message: the headers in the vendor's order, and every step. */
class SignedMessageTest {
    @Test
    void moorHeadersAreThoseOfTheDocumentationInItsOrder() {
        assertThat(MoorSignature.sign(SampleMessages.MOOR, SampleMessages.MOOR_SECRET)
                        .headers())
                .containsExactly(
                        entry("m7-appkey", "2000103"),
                        entry("m7-nonce", "123221"),
                        entry("m7-timestamp", "1608119594"),
                        entry("m7-sign", "ybCwXrg9CMo39xv1kdfVLemqFmk+2Elz+vXYu1CyHlo="));
    }

    @Test
    void callbotHeadersAreThoseOfTheDocumentationInItsOrder() {
        assertThat(CallbotSignature.sign(SampleMessages.callbot(MD5, ""), SampleMessages.CALLBOT_SECRET)
                        .headers())
                .containsExactly(
                        entry("requestID", "00000000000000000000000000000001"),
                        entry("uuid", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR"),
                        entry("createTs", "1700000000"),
                        entry("sign", "19E25568E188BD83BE436E4D70F3E731"),
                        entry("algorithm", "MD5"));
    }

    @Test
    void nxlinkHeadersAreThoseOfTheDocumentationInItsOrder() {
        SignedMessage signed = NxlinkSignature.sign(SampleMessages.nxlink(SHA256, ""), SampleMessages.NXLINK_SECRET);

        assertThat(signed.headers())
                .containsExactly(
                        entry("accessKey", "fme2na3kdi3ki"),
                        entry("ts", "1655710885431"),
                        entry("bizType", "8"),
                        entry("action", "cc"),
                        entry("sign", signed.sign()),
                        entry("algorithm", "sha256"));
    }

    @Test
    void headersCannotBeChanged() {
        Map<String, String> headers = MoorSignature.sign(SampleMessages.MOOR, SampleMessages.MOOR_SECRET)
                .headers();

        assertThatThrownBy(() -> headers.put("m7-sign", "")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void moorShowsItsSteps() {
        assertThat(MoorSignature.sign(SampleMessages.MOOR, SampleMessages.MOOR_SECRET)
                        .steps())
                .containsExactly(
                        new SigningStep("text to sign", "20001031608119594123221"),
                        new SigningStep("key", "***"),
                        new SigningStep(
                                "HMAC-SHA256 in hex",
                                "c9b0b05eb83d08ca37f71bf591d7d52de9aa16693ed84973faf5d8bb50b21e5a"),
                        new SigningStep(
                                "sign (Base64 of the 32 bytes)", "ybCwXrg9CMo39xv1kdfVLemqFmk+2Elz+vXYu1CyHlo="));
    }

    @Test
    void callbotShowsItsSteps() {
        assertThat(CallbotSignature.sign(
                                SampleMessages.callbot(MD5, "{\"name\":\"牛小信😀\"}"), SampleMessages.CALLBOT_SECRET)
                        .steps())
                .containsExactly(
                        new SigningStep("body size in bytes", "24"),
                        new SigningStep(
                                "text to sign",
                                "***&body={\"name\":\"牛小信😀\"}&createTs=1700000000"
                                        + "&requestID=00000000000000000000000000000001"
                                        + "&uuid=Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR"),
                        new SigningStep("MD5 in hex", "013ef95d20f526bb508279fab4a52801"),
                        new SigningStep("sign (upper case)", "013EF95D20F526BB508279FAB4A52801"));
    }

    @Test
    void nxlinkShowsItsSteps() {
        NxlinkMessage message = new NxlinkMessage("fme2na3kdi3ki", "1655710885431", "1", "send", MD5, new byte[0]);

        assertThat(NxlinkSignature.sign(message, SampleMessages.NXLINK_SECRET).steps())
                .containsExactly(
                        new SigningStep("body size in bytes", "0"),
                        new SigningStep(
                                "text to sign",
                                "accessKey=fme2na3kdi3ki&action=send&bizType=1&ts=1655710885431&accessSecret=***"),
                        new SigningStep("MD5 in hex", "884afe159e39b6c88a0d6102ca97d704"),
                        new SigningStep("sign (lower case)", "884afe159e39b6c88a0d6102ca97d704"));
    }

    @Test
    void toStringShowsNoSignature() {
        assertThat(MoorSignature.sign(SampleMessages.MOOR, SampleMessages.MOOR_SECRET))
                .hasToString("Signed[m7-appkey, m7-nonce, m7-timestamp, m7-sign]");
    }
}
