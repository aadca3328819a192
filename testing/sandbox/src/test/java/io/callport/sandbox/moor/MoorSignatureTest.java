package io.callport.sandbox.moor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.SignatureVectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoorSignatureTest {
    static Stream<JsonNode> vectors() throws IOException {
        return SignatureVectors.of("moor");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void matchesTheVector(JsonNode vector) {
        String sign = MoorSignature.of(
                vector.path("secretKey").asText(),
                vector.path("appkey").asText(),
                vector.path("timestamp").asText(),
                vector.path("nonce").asText());

        assertThat(sign).isEqualTo(vector.path("sign").asText());
    }
}
