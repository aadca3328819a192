package io.callport.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cases of {@code signing.json}, which were made without this code; some of them are the vendors' own. */
final class SigningVectors {
    private SigningVectors() {}

    static List<JsonNode> of(String scheme) {
        try (InputStream json = Objects.requireNonNull(SigningVectors.class.getResourceAsStream("/signing.json"))) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(json).path(scheme).forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode vector, String field) {
        return Objects.requireNonNull(vector.get(field), field).textValue();
    }

    static MoorMessage moor(JsonNode vector) {
        return new MoorMessage(text(vector, "appkey"), text(vector, "timestamp"), text(vector, "nonce"));
    }

    static CallbotMessage callbot(JsonNode vector, Algorithm algorithm) {
        return new CallbotMessage(
                text(vector, "uuid"),
                text(vector, "createTs"),
                text(vector, "requestID"),
                algorithm,
                text(vector, "body").getBytes(UTF_8));
    }

    static NxlinkMessage nxlink(JsonNode vector, Algorithm algorithm) {
        return new NxlinkMessage(
                text(vector, "accessKey"),
                text(vector, "ts"),
                text(vector, "bizType"),
                text(vector, "action"),
                algorithm,
                text(vector, "body").getBytes(UTF_8));
    }
}
