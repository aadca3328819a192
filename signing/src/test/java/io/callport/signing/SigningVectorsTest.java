package io.callport.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The signature of every case of {@code signing.json} is the expected one, and verifies. */
class SigningVectorsTest {
    @Test
    void noCaseWasLost() {
        assertThat(Stream.of("moor", "callbot", "nxlink")
                        .map(scheme -> SigningVectors.of(scheme).size()))
                .containsExactly(13, 18, 16);
    }

    @TestFactory
    Stream<DynamicTest> moor() {
        return SigningVectors.of("moor").stream().map(vector -> {
            MoorMessage message = SigningVectors.moor(vector);
            SigningSecret secret = SigningSecret.of(SigningVectors.text(vector, "secretKey"));
            return signsAndVerifies(
                    SigningVectors.text(vector, "name"),
                    SigningVectors.text(vector, "sign"),
                    MoorSignature.sign(message, secret),
                    (sign, right) -> MoorSignature.verify(message, sign, right ? secret : other()));
        });
    }

    @TestFactory
    Stream<DynamicTest> callbot() {
        return hashed("callbot", (vector, algorithm) -> {
            CallbotMessage message = SigningVectors.callbot(vector, algorithm);
            SigningSecret secret = SigningSecret.of(SigningVectors.text(vector, "secretKey"));
            return signsAndVerifies(
                    name(vector, algorithm),
                    expected(vector, algorithm),
                    CallbotSignature.sign(message, secret),
                    (sign, right) -> CallbotSignature.verify(message, sign, right ? secret : other()));
        });
    }

    @TestFactory
    Stream<DynamicTest> nxlink() {
        return hashed("nxlink", (vector, algorithm) -> {
            NxlinkMessage message = SigningVectors.nxlink(vector, algorithm);
            SigningSecret secret = SigningSecret.of(SigningVectors.text(vector, "accessSecret"));
            return signsAndVerifies(
                    name(vector, algorithm),
                    expected(vector, algorithm),
                    NxlinkSignature.sign(message, secret),
                    (sign, right) -> NxlinkSignature.verify(message, sign, right ? secret : other()));
        });
    }

    private interface Case {
        DynamicTest of(JsonNode vector, Algorithm algorithm);
    }

    private static Stream<DynamicTest> hashed(String scheme, Case test) {
        return SigningVectors.of(scheme).stream()
                .flatMap(vector -> Stream.of(Algorithm.values()).map(algorithm -> test.of(vector, algorithm)));
    }

    private static DynamicTest signsAndVerifies(
            String name, String expected, SignedMessage signed, BiPredicate<String, Boolean> verify) {
        return DynamicTest.dynamicTest(name, () -> {
            List<SigningStep> steps = signed.steps();
            assertThat(signed.sign()).isEqualTo(expected);
            assertThat(signed.headers()).containsValue(expected);
            assertThat(steps.get(steps.size() - 1).value()).isEqualTo(expected);
            assertThat(verify.test(expected, true)).isTrue();
            assertThat(verify.test(expected, false)).isFalse();
        });
    }

    private static String name(JsonNode vector, Algorithm algorithm) {
        return SigningVectors.text(vector, "name") + ", " + algorithm;
    }

    private static String expected(JsonNode vector, Algorithm algorithm) {
        return SigningVectors.text(vector, algorithm.name().toLowerCase(Locale.ROOT));
    }

    private static SigningSecret other() {
        return SigningSecret.of("another-secret");
    }
}
