package io.callport.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints results in the order of their arrival, and counts them. */
final class SentResults {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> out;
    private final Map<String, Integer> refused = new TreeMap<>();
    private int answered;

    SentResults(Consumer<String> out) {
        this.out = out;
    }

    void add(String result) {
        out.accept(result);
        JsonNode event = tree(result);
        if (event.path("status").asText().equals("answered")) {
            answered++;
        } else {
            refused.merge(event.path("reason").asText(), 1, Integer::sum);
        }
    }

    boolean allAnswered() {
        return refused.isEmpty();
    }

    /** The counts, as in {@code 22 results: 20 answered, 2 over-budget}. */
    String summary() {
        int all =
                answered + refused.values().stream().mapToInt(Integer::intValue).sum();
        String reasons = refused.entrySet().stream()
                .map(reason -> ", " + reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining());
        return all + " results: " + answered + " answered" + reasons;
    }

    private static JsonNode tree(String result) {
        try {
            return JSON.readTree(result);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that is not JSON", e);
        }
    }
}
