package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that only exported packages of a component are used from outside, where the component lists its exports. */
record ExportRule(Hexagon hexagon) implements LayerRule.Check {

    static ArchRule rule(Hexagon hexagon) {
        return LayerRule.overAll(hexagon, new ExportRule(hexagon))
                .as("Exports: only exported packages are used from outside their layer")
                .because("what is not exported may change without notice; "
                        + "the class path does not keep a module's promise, so this rule does");
    }

    @Override
    public void run(List<JavaClass> classes, Consumer<String> findings) {
        hexagon.components().values().stream()
                .filter(component -> !component.exports().isEmpty())
                .forEach(component -> check(component, classes, findings));
    }

    private void check(Component component, List<JavaClass> classes, Consumer<String> findings) {
        List<JavaClass> inside = classes.stream().filter(component::contains).toList();
        List<Usage> usages = classes.stream()
                .filter(type -> !component.contains(type))
                .flatMap(type -> Usage.of(type).stream())
                .filter(usage -> component.contains(usage.to()))
                .toList();
        usages.stream()
                .filter(usage -> !component.exports().contain(usage.to()))
                .forEach(usage -> findings.accept(describe(component, usage)));
        if (component.isLibrary()) {
            refuseUnused(component, usages, findings);
        } else {
            refuseEmpty(component, inside, findings);
        }
    }

    private static String describe(Component component, Usage usage) {
        return String.format(
                "%s uses %s, but '%s' exports only %s. Use what is exported, or export %s if others shall rely on it. [%s]",
                usage.from().getName(),
                usage.to().getName(),
                component.name(),
                component.exports(),
                usage.to().getPackageName(),
                usage.where());
    }

    private static void refuseUnused(Component library, List<Usage> usages, Consumer<String> findings) {
        if (usages.isEmpty()) {
            findings.accept(String.format(
                    "Library '%s' exports %s, but no class uses it: delete the line.",
                    library.name(), library.exports()));
        }
    }

    private static void refuseEmpty(Component layer, List<JavaClass> inside, Consumer<String> findings) {
        for (String empty : layer.exports().withoutAnyOf(inside)) {
            findings.accept(String.format(
                    "Layer '%s' exports the package %s, in which it has no class: correct its name or delete it.",
                    layer.name(), empty));
        }
    }
}
