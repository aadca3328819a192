package io.callport.archunit;

import com.tngtech.archunit.lang.ArchRule;
import io.callport.archunit.Hexagon.Option;
import java.util.function.Predicate;

/** Which rules a description declares, and how each is made; the only place that knows them all. */
record RuleBook(Hexagon hexagon) {

    boolean declares(HexagonRule which) {
        return !hexagon.layers().isEmpty()
                && switch (which) {
                    case ARROWS, CYCLES -> true;
                    case EXPORTS -> any(area -> !area.exports().isEmpty());
                    case CORE -> any(Area::isCore);
                    case HIDING -> any(area -> !area.hides().isEmpty());
                    case PUBLIC_TYPES -> !hexagon.typeLists().isEmpty();
                    case NO_INHERITANCE -> hexagon.options().contains(Option.NO_INHERITANCE);
                    case NULL_MARKED -> hexagon.options().contains(Option.NULL_MARKED);
                };
    }

    ArchRule rule(HexagonRule which) {
        if (!declares(which)) {
            throw new IllegalStateException(
                    "the rule " + which + " would check nothing: declare " + which.declaredBy() + " first");
        }
        return switch (which) {
            case ARROWS -> Arrows.rule(hexagon);
            case EXPORTS -> Exports.rule(hexagon);
            case CYCLES -> House.cycles(hexagon);
            case CORE -> Core.rule(hexagon);
            case HIDING -> Hiding.rule(hexagon);
            case PUBLIC_TYPES -> PublicTypes.rule(hexagon);
            case NO_INHERITANCE -> House.inheritance(hexagon);
            case NULL_MARKED -> House.nullMarked(hexagon);
        };
    }

    private boolean any(Predicate<Area> matches) {
        return hexagon.areas().values().stream().anyMatch(matches);
    }
}
