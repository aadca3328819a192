package io.callport.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callbacks are verified over their raw bytes, with the algorithm that is known before, by vectors of other origin. */
class CallbackVectorsTest {
    static List<JsonNode> callbot() {
        return SigningVectors.of("callbot");
    }

    static List<JsonNode> nxlink() {
        return SigningVectors.of("nxlink");
    }

    @ParameterizedTest
    @MethodSource("callbot")
    void aCallbackOfCallbotsHasTheAccountsAlgorithmAlone(JsonNode vector) {
        SigningSecret secret = SigningSecret.of(SigningVectors.text(vector, "secretKey"));
        CallbotMessage md5 = SigningVectors.callbot(vector, Algorithm.MD5);
        CallbotMessage sha256 = SigningVectors.callbot(vector, Algorithm.SHA256);
        assertThat(CallbotSignature.verify(md5, SigningVectors.text(vector, "md5"), secret))
                .isTrue();
        assertThat(CallbotSignature.verify(sha256, SigningVectors.text(vector, "sha256"), secret))
                .isTrue();
        assertThat(CallbotSignature.verify(sha256, SigningVectors.text(vector, "md5"), secret))
                .isFalse();
        assertThat(CallbotSignature.verify(md5, SigningVectors.text(vector, "sha256"), secret))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("nxlink")
    void aRequestOfOursIsNoCallbackOfNxlinks(JsonNode vector) {
        SigningSecret secret = SigningSecret.of(SigningVectors.text(vector, "accessSecret"));
        for (Algorithm algorithm : Algorithm.values()) {
            NxlinkMessage request = SigningVectors.nxlink(vector, algorithm);
            NxlinkMessage callback = new NxlinkMessage(
                    request.accessKey(),
                    request.ts(),
                    "8",
                    "callback",
                    algorithm,
                    SigningVectors.text(vector, "body").getBytes(UTF_8));
            String sign = SigningVectors.text(vector, algorithm.name().toLowerCase(Locale.ROOT));
            assertThat(NxlinkSignature.verify(request, sign, secret)).isTrue();
            assertThat(NxlinkSignature.verify(callback, sign, secret)).isFalse();
        }
    }
}
