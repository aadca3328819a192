package io.callport.vendor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON as vendors write it: numbers exact, depth and lengths bounded. */
public final class Json {
    /** The deepest JSON that is read, far beyond what any vendor documents; deeper JSON is an attack on its reader. */
    private static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A time without a zone as 7moor writes it, {@code 2020-12-08 16:48:26}. */
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final int SMALL = 16 << 10; // up to which the memory that each request has is enough
    private static final int CONTAINER = 160; // a node with its map
    private static final int VALUE = 56; // a text with its node; or an entry of a map, for a name

    private Json() {}

    /**
     * Estimates the bytes that parsed JSON takes in memory, without parsing it to values: {@code [{},{}]} takes thirty
     * times its bytes, a long text twice. A small one counts as nothing. JSON that cannot be read counts up to its
     * fault.
     */
    public static long weight(byte[] bytes) {
        if (bytes.length <= SMALL) {
            return 0;
        }
        long weight = 0;
        try (JsonParser tokens = MAPPER.createParser(bytes)) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                weight += token.isStructStart() ? CONTAINER : VALUE;
                if (token == JsonToken.VALUE_STRING) {
                    weight += tokens.getTextLength(); // names are kept once, whatever their number
                }
            }
        } catch (IOException e) {
            // it is refused where it is read
        }
        return weight;
    }

    /**
     * The value that was read from bytes.
     *
     * @param object the JSON object; {@code null} if the bytes are anything else
     * @param fault the place and the reason why they are no value, without their content; empty if they are one
     */
    public record ReadObject(@Nullable ObjectNode object, String fault) {}

    /** Reads a JSON object. Of equal keys the last one counts. */
    public static ReadObject readObject(byte[] bytes) {
        try {
            JsonNode read = MAPPER.readTree(bytes);
            return read instanceof ObjectNode object
                    ? new ReadObject(object, "")
                    : new ReadObject(null, JsonFault.ofType(read));
        } catch (IOException | NumberFormatException e) { // the latter for an exponent beyond reason
            return new ReadObject(null, JsonFault.of(bytes, e, MAPPER));
        }
    }
}
