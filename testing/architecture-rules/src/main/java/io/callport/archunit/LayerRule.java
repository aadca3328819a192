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
 * A rule over the classes of some layers. The rule also fails when a layer has fewer classes than declared or when one
 * of its packages has none, so that a misspelt package can never make a rule pass.
 */
final class LayerRule extends ArchCondition<JavaClass> {
    /** Checks all classes of the rule together and reports each finding in one or two sentences. */
    interface Check {
        void run(List<JavaClass> classes, Consumer<String> findings);
    }

    private final List<Component> layers;
    private final Check check;
    private List<JavaClass> classes = List.of();

    private LayerRule(List<Component> layers, Check check) {
        super("pass");
        this.layers = layers;
        this.check = check;
    }

    /** Makes a rule over all classes under the root, including classes in no layer. */
    static ArchRule overAll(Hexagon hexagon, Check check) {
        return rule(DescribedPredicate.describe("lie under the root", hexagon::owns), hexagon.layers(), check);
    }

    /** Makes a rule over the classes of these layers only. */
    static ArchRule over(Hexagon hexagon, List<Component> layers, Check check) {
        return rule(
                DescribedPredicate.describe(
                        "lie in these layers",
                        type -> hexagon.owns(type) && layers.stream().anyMatch(layer -> layer.contains(type))),
                layers,
                check);
    }

    private static ArchRule rule(DescribedPredicate<JavaClass> scope, List<Component> layers, Check check) {
        return ArchRuleDefinition.classes()
                .that(scope)
                .should(new LayerRule(layers, check))
                .allowEmptyShould(true);
    }

    @Override
    public void init(Collection<JavaClass> allClasses) {
        classes = List.copyOf(allClasses);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        // finish checks all classes together: what one class may do depends on the others.
    }

    @Override
    public void finish(ConditionEvents events) {
        Consumer<String> findings = finding -> events.add(SimpleConditionEvent.violated(classes, finding));
        layers.forEach(layer -> refuseTooFew(layer, findings));
        check.run(classes, findings);
    }

    private void refuseTooFew(Component layer, Consumer<String> findings) {
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
