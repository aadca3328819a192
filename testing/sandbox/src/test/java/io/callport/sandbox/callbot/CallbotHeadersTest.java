package io.callport.sandbox.callbot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.SignatureVectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallbotHeadersTest {
    static Stream<JsonNode> vectors() throws IOException {
        return SignatureVectors.of("callbot");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsTheVectorDoes(JsonNode vector) {
        CallbotHeaders headers = new CallbotHeaders(
                vector.path("uuid").asText(),
                vector.path("requestID").asText(),
                vector.path("createTs").asText());
        String secret = vector.path("secretKey").asText();
        byte[] body = vector.path("body").asText().getBytes(UTF_8);

        assertThat(headers.sign("MD5", secret, body))
                .isEqualTo(vector.path("md5").asText());
        assertThat(headers.sign("SHA-256", secret, body))
                .isEqualTo(vector.path("sha256").asText());
    }
}
