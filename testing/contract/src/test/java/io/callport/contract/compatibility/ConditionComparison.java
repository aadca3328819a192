package io.callport.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.contract.compatibility.SchemaSet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the conditions of {@code allOf}, in any order. Released conditions must stay. A new one applies in both
 * directions, so it may only concern a query or an event that was not there before.
 */
final class ConditionComparison {
    private ConditionComparison() {}

    /** A released condition and the same one now. */
    record Kept(Place released, Place now) {}

    static List<Kept> kept(Place released, Place now) {
        List<Kept> kept = new ArrayList<>();
        for (Place condition : elements(released)) {
            elements(now).stream()
                    .filter(it -> it.schema().equals(condition.schema()))
                    .findFirst()
                    .ifPresent(it -> kept.add(new Kept(condition, it)));
        }
        return kept;
    }

    static List<String> changes(Place released, Place now) {
        Set<String> known = known(released.schema());
        List<String> changes = new ArrayList<>();
        without(released, now).forEach(gone -> changes.add("had " + gone + " and has it no more"));
        without(now, released).stream()
                .filter(it -> !isOfAQuery(it) || known.contains(query(it).textValue()))
                .forEach(it -> changes.add("has " + it + " on top"));
        return changes;
    }

    private static List<JsonNode> without(Place these, Place others) {
        List<JsonNode> there = elements(others).stream().map(Place::schema).toList();
        return elements(these).stream()
                .map(Place::schema)
                .filter(it -> !there.contains(it))
                .toList();
    }

    private static boolean isOfAQuery(JsonNode element) {
        JsonNode when = element.path("if");
        boolean thenAlone = element.has("then") && element.size() == 2;
        boolean constants = when.path("properties").valueStream().allMatch(it -> it.size() == 1 && it.has("const"));
        boolean demanded = when.path("required")
                .valueStream()
                .anyMatch(it -> it.asText().equals("query") || it.asText().equals("event"));
        return thenAlone
                && constants
                && demanded
                && when.size() == 2
                && query(element).isTextual();
    }

    private static JsonNode query(JsonNode element) {
        JsonNode query = element.at("/if/properties/query/const");
        return query.isMissingNode() ? element.at("/if/properties/event/const") : query;
    }

    /** The queries that a schema names, as a constant or in a list; each can be one that was there. */
    private static Set<String> known(JsonNode schema) {
        Set<String> known = new TreeSet<>(schema.findValuesAsText("const"));
        schema.findValues("enum").forEach(list -> list.forEach(value -> known.add(value.asText())));
        return known;
    }

    private static List<Place> elements(Place place) {
        Place all = place.at("allOf");
        List<Place> elements = new ArrayList<>();
        for (int i = 0; i < all.schema().size(); i++) {
            elements.add(all.item(i));
        }
        return elements;
    }
}
