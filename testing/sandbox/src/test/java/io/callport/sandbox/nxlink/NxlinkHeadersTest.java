package io.callport.sandbox.nxlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.SignatureVectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NxlinkHeadersTest {
    static Stream<JsonNode> vectors() throws IOException {
        return SignatureVectors.of("nxlink");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsTheVectorDoes(JsonNode vector) {
        NxlinkHeaders headers = new NxlinkHeaders(
                vector.path("accessKey").asText(),
                vector.path("action").asText(),
                vector.path("bizType").asText(),
                vector.path("ts").asText());
        String secret = vector.path("accessSecret").asText();
        byte[] body = vector.path("body").asText().getBytes(UTF_8);

        assertThat(headers.sign("MD5", secret, body))
                .isEqualTo(vector.path("md5").asText());
        assertThat(headers.sign("SHA-256", secret, body))
                .isEqualTo(vector.path("sha256").asText());
    }
}
