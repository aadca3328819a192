package io.callport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The signature vectors: the vendors' own where they exist, otherwise computed apart from this code. */
public final class SignatureVectors {
    private SignatureVectors() {}

    public static Stream<JsonNode> of(String vendor) throws IOException {
        try (InputStream in = SignatureVectors.class.getResourceAsStream("/signing.json")) {
            JsonNode list = new ObjectMapper().readTree(in).path(vendor);
            return StreamSupport.stream(list.spliterator(), false);
        }
    }
}
