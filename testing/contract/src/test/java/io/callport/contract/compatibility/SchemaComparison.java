package io.callport.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.contract.compatibility.SchemaSet.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Finds changes from released schemas to new ones that break users of the released ones. It knows the keywords that
 * these schemas use; a change of any other keyword counts as a break.
 */
final class SchemaComparison {
    /** Keywords that require nothing by themselves. */
    static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "$ref", "$defs", "title", "description", "examples", "default");

    /** Keywords with a comparison of their own below. */
    private static final Set<String> COMPARED = Set.of(
            "type", "properties", "required", "enum", "const", "items", "anyOf", "additionalProperties", "allOf");

    private final Direction direction;
    private final Set<String> breaks = new LinkedHashSet<>(); // a part may be reached on several ways

    private SchemaComparison(Direction direction) {
        this.direction = direction;
    }

    /** Every break, with its file, its place and the remedy. */
    static List<String> breaks(SchemaSet released, SchemaSet now) {
        List<String> breaks = new ArrayList<>();
        for (String file : released.names()) {
            if (!now.names().contains(file)) {
                breaks.add(file + ": is gone; put it back, for those who refer to it");
            } else if (!file.startsWith("common")) { // its parts are looked at where they are used
                SchemaComparison comparison = new SchemaComparison(Direction.of(file));
                comparison.compare(released.root(file), now.root(file));
                breaks.addAll(comparison.breaks);
            }
        }
        return breaks;
    }

    private void compare(Place releasedPlace, Place nowPlace) {
        Place released = releasedPlace.resolved();
        Place now = nowPlace.resolved();
        types(released, now);
        properties(released, now);
        required(released, now);
        values(released, now);
        alternatives(released, now);
        conditions(released, now);
        extras(released, now);
        if (released.at("items").exists() || now.at("items").exists()) {
            compare(released.at("items"), now.at("items"));
        }
        BoundComparison.compare(direction, released.schema(), now.schema()).forEach(change -> add(now, change));
        others(released, now);
    }

    private void types(Place released, Place now) {
        Set<String> before = types(released.schema());
        Set<String> after = types(now.schema());
        boolean fine = direction == Direction.ACCEPTED ? wider(before, after) : wider(after, before);
        if (!fine) {
            add(now.at("type"), "was " + shown(before) + " and is " + shown(after));
        }
    }

    private void properties(Place released, Place now) {
        released.schema().path("properties").fieldNames().forEachRemaining(name -> {
            Place before = released.at("properties").at(name);
            Place after = now.at("properties").at(name);
            if (after.exists()) {
                compare(before, after);
            } else {
                add(after, "is gone");
            }
        });
    }

    private void required(Place released, Place now) {
        Set<String> before = texts(released.schema().path("required"));
        Set<String> after = texts(now.schema().path("required"));
        Set<String> changed = new TreeSet<>(direction == Direction.ACCEPTED ? after : before);
        changed.removeAll(direction == Direction.ACCEPTED ? before : after);
        for (String name : changed) {
            String change = direction == Direction.ACCEPTED ? "became required" : "was required and is not any more";
            add(now.at("properties").at(name), change);
        }
    }

    private void values(Place released, Place now) {
        Set<String> before = values(released.schema());
        Set<String> after = values(now.schema());
        boolean fine = direction == Direction.ACCEPTED ? wider(before, after) : wider(after, before);
        if (!fine) {
            add(now, "had the values " + shown(before) + " and has " + shown(after));
        }
    }

    /** Alternatives may come and go while one of them takes every value that the others do not name. */
    private void alternatives(Place released, Place now) {
        JsonNode before = released.schema().path("anyOf");
        JsonNode after = now.schema().path("anyOf");
        boolean named = isOpen(before) && isOpen(after) && direction == Direction.PUBLISHED;
        List<Place> these = alternatives(released.at("anyOf"), !named);
        List<Place> those = alternatives(now.at("anyOf"), !named);
        if (these.size() != those.size()) {
            add(now.at("anyOf"), "has other alternatives");
            return;
        }
        for (int i = 0; i < these.size(); i++) {
            compare(these.get(i), those.get(i));
        }
    }

    /** The alternatives: all, or only those that name no value. */
    private static List<Place> alternatives(Place anyOf, boolean all) {
        return IntStream.range(0, anyOf.schema().size())
                .mapToObj(anyOf::item)
                .filter(place -> all || !place.schema().has("const"))
                .toList();
    }

    private static boolean isOpen(JsonNode alternatives) {
        return !alternatives.findValues("const").isEmpty()
                && !alternatives.findValues("pattern").isEmpty();
    }

    /**
     * Compares the conditions of {@code allOf}; a part that they refer to may have changed though the reference is the
     * same.
     */
    private void conditions(Place released, Place now) {
        ConditionComparison.changes(released, now).forEach(change -> add(now.at("allOf"), change));
        for (ConditionComparison.Kept kept : ConditionComparison.kept(released, now)) {
            compare(kept.released(), kept.now());
            compare(kept.released().at("then"), kept.now().at("then"));
        }
    }

    /** Compares the additional properties: all, none, or those of a schema. */
    private void extras(Place released, Place now) {
        Place before = released.at("additionalProperties");
        Place after = now.at("additionalProperties");
        boolean wereOpen = before.schema().asBoolean(true);
        boolean areOpen = after.schema().asBoolean(true);
        if (direction == Direction.ACCEPTED ? wereOpen && !areOpen : !wereOpen && areOpen) {
            add(after, "was " + shown(before.schema()) + " and is " + shown(after.schema()));
        } else if (wereOpen
                && areOpen
                && (before.schema().isObject() || after.schema().isObject())) {
            compare(before, after);
        }
    }

    private void others(Place released, Place now) {
        Set<String> keywords = new TreeSet<>();
        released.schema().fieldNames().forEachRemaining(keywords::add);
        now.schema().fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(ANNOTATIONS);
        keywords.removeAll(COMPARED);
        keywords.removeAll(BoundComparison.KEYWORDS);
        for (String keyword : keywords) {
            JsonNode before = released.schema().path(keyword);
            JsonNode after = now.schema().path(keyword);
            boolean lifted = direction == Direction.ACCEPTED && after.isMissingNode();
            if (!before.equals(after) && !lifted) {
                add(now.at(keyword), "was " + shown(before) + " and is " + shown(after));
            }
        }
    }

    private void add(Place place, String change) {
        breaks.add(place.address() + ": " + change + "; " + direction.why()
                + ": put it back, or add something new beside it (docs/contract.md)");
    }

    /** Whether the second set includes the first; an empty set means every type or value. */
    private static boolean wider(Set<String> narrow, Set<String> wide) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = type.isTextual() ? new TreeSet<>(Set.of(type.textValue())) : texts(type);
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Set<String> values(JsonNode schema) {
        return schema.has("const")
                ? Set.of(schema.get("const").toString())
                : new TreeSet<>(StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .map(JsonNode::toString)
                        .toList());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static String shown(Set<String> any) {
        return any.isEmpty() ? "anything" : String.join(", ", any);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
