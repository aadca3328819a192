package io.callport.kafka.record;

import com.fasterxml.jackson.databind.JsonNode;

/** Estimates the bytes that parsed JSON takes in memory, on a 64-bit JVM with compressed pointers, and rather more. */
public final class JsonWeight {
    private static final int OBJECT = 24;

    /** A text's object, its array and the array's header. */
    private static final int TEXT = 56;

    /** An entry of a map with its place in the table. */
    private static final int ENTRY = 48;

    private JsonWeight() {}

    /** The estimated bytes of a value. */
    public static long of(JsonNode json) {
        if (!json.isContainerNode()) {
            String text = json.isTextual() || json.isNumber() ? json.asText() : "";
            return OBJECT + TEXT + 2L * text.length();
        }
        long weight = 2L * OBJECT;
        for (JsonNode element : json) {
            weight += ENTRY + of(element);
        }
        for (var names = json.fieldNames(); names.hasNext(); ) {
            weight += TEXT + 2L * names.next().length();
        }
        return weight;
    }
}
