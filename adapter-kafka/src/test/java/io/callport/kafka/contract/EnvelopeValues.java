package io.callport.kafka.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The values that a field, a header or an attribute might have: accepted ones, and their neighbours. */
final class EnvelopeValues {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final List<String> NO_TEXTS = List.of(
            "null",
            "true",
            "1",
            "1.5",
            "-1",
            "9223372036854775807",
            "1e2",
            "{}",
            "[]",
            "{\"misspelt\":1}",
            "{\"query\":\"number-pool.groups\",\"account\":\"7moor:2000103\"}");

    private EnvelopeValues() {}

    static List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        NO_TEXTS.forEach(json -> all.add(json(json)));
        texts().forEach(text -> all.add(JsonNodeFactory.instance.textNode(text)));
        return all;
    }

    static Stream<String> texts() {
        Stream<String> simple = Stream.of(
                "",
                " ",
                "x",
                "42",
                "号",
                "a\u0000b",
                "a\nb",
                "a\n",
                "a\u007f",
                "a\u0085",
                "a\u00a0",
                "a\ud800b",
                "a\udc00",
                "number-pool.groups",
                "number-pool.Groups",
                "application/json",
                "text/plain",
                "application/cloudevents",
                "1.0",
                "0.3",
                "1.1",
                "/shop",
                "not a uri",
                "http://[",
                "%",
                "urn:x",
                "io.callport.number-pool.groups.query.v1");
        Stream<String> accounts = Stream.of(
                "7moor:2000103",
                "7moor:",
                ":x",
                "7moor",
                "7moor:a b",
                "7moor:a/b",
                "7moor:a\n",
                "-a:b",
                "7Moor:b",
                "7moor:" + "x".repeat(128),
                "7moor:" + "x".repeat(129),
                "7moor:&",
                "7moor:号",
                "x".repeat(32) + ":y",
                "x".repeat(33) + ":y");
        Stream<String> durations = Stream.of(
                "PT0S",
                "PT10S",
                "P1D",
                "P1DT2H3M4.5S",
                "PT",
                "P",
                "P1DT",
                "PT1H",
                "PT1M",
                "PT0.5S",
                "PT.5S",
                "PT1.S",
                "PT0.1234567890S",
                "P1W",
                "P1M",
                "P1Y",
                "PT999999999999S",
                "PT9999999999999S",
                "P999999999999D",
                "PT99999999999999999999S",
                "PT-1S",
                "-PT1S",
                "+PT1S",
                "PT-0S",
                "PT+1S",
                "pt10s",
                "PT0,5S",
                "PT1S\n",
                "10");
        Stream<String> times = Stream.of(
                "2026-11-20T12:00:00Z",
                "2026-11-20T12:00:00.123456789Z",
                "2026-11-20T12:00:00.1234567890Z",
                "2026-11-20t12:00:00z",
                "2026-11-20 12:00:00Z",
                "2026-11-20T12:00:00+08:00",
                "2026-11-20T12:00:00-00:00",
                "2026-11-20T12:00:00+18:00",
                "2026-11-20T12:00:00+18:01",
                "2026-11-20T12:00:00+23:59",
                "2026-11-20T12:00Z",
                "2026-11-20T12:00:00",
                "2026-12-31T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "2028-02-29T00:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T12:60:00Z",
                "2026-11-20",
                "0000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "2026-11-20T12:00:00+0800",
                "2026-11-20T12:00:00+08",
                "2026-11-20T12:00:00+08:00:01",
                "2026-11-20T12:00:00Z\n",
                "2026-11-20T12:00:00.Z");
        Stream<String> lengths =
                Stream.of(1_024, 1_025).flatMap(length -> Stream.of("x".repeat(length), "😀".repeat(length)));
        return Stream.of(simple, accounts, durations, times, lengths).flatMap(all -> all);
    }

    static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() < 60 ? text : text.substring(0, 20) + "… of " + text.length();
    }

    /** In ASCII, so that a broken pair of surrogates comes as it is. */
    static byte[] bytes(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.toString(), e);
        }
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
