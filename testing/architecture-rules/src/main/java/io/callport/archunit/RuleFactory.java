package io.callport.archunit;

import com.tngtech.archunit.lang.ArchRule;
import io.callport.archunit.Hexagon.Option;
import java.util.function.Predicate;

/** Makes the declared rules; this is the only place that lists all rules. */
record RuleFactory(Hexagon hexagon) {

    boolean declares(HexagonRule which) {
        return !hexagon.layers().isEmpty()
                && switch (which) {
                    case ARROWS, CYCLES -> true;
                    case EXPORTS -> any(component -> !component.exports().isEmpty());
                    case CORE -> any(Component::isCore);
                    case HIDING -> any(component -> !component.hides().isEmpty());
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
            case ARROWS -> ArrowRule.rule(hexagon);
            case EXPORTS -> ExportRule.rule(hexagon);
            case CYCLES -> CommonRules.cycles(hexagon);
            case CORE -> CoreRule.rule(hexagon);
            case HIDING -> HidingRule.rule(hexagon);
            case PUBLIC_TYPES -> PublicTypeRule.rule(hexagon);
            case NO_INHERITANCE -> CommonRules.inheritance(hexagon);
            case NULL_MARKED -> CommonRules.nullMarked(hexagon);
        };
    }

    private boolean any(Predicate<Component> matches) {
        return hexagon.components().values().stream().anyMatch(matches);
    }
}
