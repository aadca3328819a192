package io.callport.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Indents JSON for people: two spaces a level, a line for each field and element, numbers as they are. */
final class PrettyJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private PrettyJson() {}

    static String of(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(INDENTER);
            printer.indentArraysWith(INDENTER);
            return JSON.writer(printer).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that is not JSON", e);
        }
    }
}
