package io.callport.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is used to sign, and never shown. */
class SigningSecretTest {
    private static final String KEY = "k3y-of-牛-&body=";
    private static final SigningSecret SECRET = SigningSecret.of(KEY);

    static Stream<SignedMessage> everyScheme() {
        String leaky = "{\"a\":\"" + KEY + "\",\"b\":\"" + KEY + KEY + "\"}";
        return Stream.of(
                MoorSignature.sign(SampleMessages.MOOR, SECRET),
                CallbotSignature.sign(SampleMessages.callbot(Algorithm.MD5, leaky), SECRET),
                CallbotSignature.sign(SampleMessages.callbot(Algorithm.SHA256, ""), SECRET),
                NxlinkSignature.sign(SampleMessages.nxlink(Algorithm.MD5, leaky), SECRET),
                NxlinkSignature.sign(SampleMessages.nxlink(Algorithm.SHA256, ""), SECRET));
    }

    @ParameterizedTest
    @MethodSource("everyScheme")
    void noStepHeaderOrTextShowsIt(SignedMessage signed) {
        assertThat(signed.steps().toString()).contains("***").doesNotContain(KEY);
        assertThat(signed.headers().toString()).doesNotContain(KEY);
        assertThat(signed.toString()).doesNotContain(KEY);
    }

    @Test
    void oneThatLooksLikeTheTextBeforeItIsMaskedWhole() {
        SignedMessage signed = NxlinkSignature.sign(SampleMessages.nxlink(Algorithm.MD5, ""), SigningSecret.of("t=t="));

        assertThat(SampleMessages.step(signed, "text to sign")).endsWith("&accessSecret=***");
    }

    @Test
    void oneThatIsNoValidUnicodeIsMaskedAsItIsSigned() {
        SignedMessage signed =
                CallbotSignature.sign(SampleMessages.callbot(Algorithm.MD5, "{}"), SigningSecret.of("key\uD800"));

        assertThat(SampleMessages.step(signed, "text to sign")).startsWith("***&body={}&createTs=");
    }

    @Test
    void itShowsAsStars() {
        assertThat(SECRET).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush\n", "hush\r\n", " hush", "hush\t", "\u3000hush", "   "})
    void surroundingWhiteSpaceIsRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningSecret.of(text))
                .withMessageStartingWith("secret: must not start or end with white space")
                .withMessageNotContaining("hush");
    }

    @Test
    void anEmptyOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningSecret.of(""))
                .withMessage("secret: must not be empty");
    }

    @Test
    void itIsSignedWithAsUtf8() {
        assertThat(SECRET.bytes()).isEqualTo(KEY.getBytes(UTF_8));
    }

    @Test
    void aSecretUsedAsAHeaderByMistakeIsNotInTheMessageThatRefusesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbotMessage(KEY, "1700000000", "r", Algorithm.MD5, new byte[0]))
                .withMessageNotContaining("k3y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoorMessage("1", KEY, "123221"))
                .withMessageNotContaining("k3y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Algorithm.parse(KEY))
                .withMessageNotContaining("k3y");
    }
}
