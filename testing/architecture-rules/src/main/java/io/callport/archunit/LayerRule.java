package io.callport.archunit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rule over the classes of some layers. It fails by itself when a layer has fewer classes than told or when a package of
 * it has none, so that a misspelt package can never make a rule pass.
 */
final class LayerRule extends ArchCondition<JavaClass> {
    /** Looks at all classes of the rule at once and tells each finding as one sentence or two. */
    interface Look {
        void at(List<JavaClass> classes, Consumer<String> findings);
    }

    private final List<Area> layers;
    private final Look look;
    private List<JavaClass> classes = List.of();

    private LayerRule(List<Area> layers, Look look) {
        super("pass");
        this.layers = layers;
        this.look = look;
    }

    /** A rule over everything under the root, whether or not a layer claims it. */
    static ArchRule overAll(Hexagon hexagon, Look look) {
        return rule(DescribedPredicate.describe("lie under the root", hexagon::owns), hexagon.layers(), look);
    }

    /** A rule over these layers alone. */
    static ArchRule over(Hexagon hexagon, List<Area> layers, Look look) {
        return rule(
                DescribedPredicate.describe(
                        "lie in these layers",
                        type -> hexagon.owns(type) && layers.stream().anyMatch(layer -> layer.contains(type))),
                layers,
                look);
    }

    private static ArchRule rule(DescribedPredicate<JavaClass> scope, List<Area> layers, Look look) {
        return ArchRuleDefinition.classes()
                .that(scope)
                .should(new LayerRule(layers, look))
                .allowEmptyShould(true);
    }

    @Override
    public void init(Collection<JavaClass> allClasses) {
        classes = List.copyOf(allClasses);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        // All classes are looked at together, in finish: what one class may do depends on the others.
    }

    @Override
    public void finish(ConditionEvents events) {
        Consumer<String> findings = finding -> events.add(SimpleConditionEvent.violated(classes, finding));
        layers.forEach(layer -> refuseTooFew(layer, findings));
        look.at(classes, findings);
    }

    private void refuseTooFew(Area layer, Consumer<String> findings) {
        List<JavaClass> found = classes.stream().filter(layer::contains).toList();
        if (found.size() < layer.least()) {
            findings.accept(String.format(
                    "Layer '%s' has %d classes, but the rule was told to look at %d or more: import all classes of %s, "
                            + "or lower the number if the layer really shrank.",
                    layer.name(), found.size(), layer.least(), layer.packages()));
        }
        for (String empty : layer.packages().withoutAnyOf(found)) {
            findings.accept(String.format(
                    "Layer '%s' names the package %s, which has no class: correct its name or delete it.",
                    layer.name(), empty));
        }
    }
}
