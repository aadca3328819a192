package io.callport.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares bounds: they must not move inwards for accepted messages, nor outwards for published ones. */
final class BoundComparison {
    private static final Set<String> MIN = Set.of("minimum", "minLength", "minItems");
    private static final Set<String> MAX = Set.of("maximum", "maxLength", "maxItems");

    static final Set<String> KEYWORDS = all();

    private BoundComparison() {}

    static List<String> compare(Direction direction, JsonNode released, JsonNode now) {
        List<String> changes = new ArrayList<>();
        for (String keyword : KEYWORDS) {
            JsonNode before = released.path(keyword);
            JsonNode after = now.path(keyword);
            boolean inwards = !after.isMissingNode() && (before.isMissingNode() || tighter(keyword, before, after));
            boolean outwards = !before.isMissingNode() && (after.isMissingNode() || tighter(keyword, after, before));
            if (direction == Direction.ACCEPTED ? inwards : outwards) {
                changes.add(keyword + " was " + shown(before) + " and is " + shown(after));
            }
        }
        return changes;
    }

    private static boolean tighter(String keyword, JsonNode bound, JsonNode than) {
        int order = than.decimalValue().compareTo(bound.decimalValue());
        return MIN.contains(keyword) ? order > 0 : order < 0;
    }

    private static String shown(JsonNode bound) {
        return bound.isMissingNode() ? "absent" : bound.asText();
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(MIN);
        all.addAll(MAX);
        return all;
    }
}
