package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;

/** Of an area that lists what it exports, nothing else is used from outside. */
record Exports(Hexagon hexagon) implements LayerRule.Look {

    static ArchRule rule(Hexagon hexagon) {
        return LayerRule.overAll(hexagon, new Exports(hexagon))
                .as("Exports: only exported packages are used from outside their layer")
                .because("what is not exported may change without notice; "
                        + "the class path does not keep a module's promise, so this rule does");
    }

    @Override
    public void at(List<JavaClass> classes, Consumer<String> findings) {
        hexagon.areas().values().stream()
                .filter(area -> !area.exports().isEmpty())
                .forEach(area -> look(area, classes, findings));
    }

    private void look(Area area, List<JavaClass> classes, Consumer<String> findings) {
        List<JavaClass> inside = classes.stream().filter(area::contains).toList();
        List<Use> uses = classes.stream()
                .filter(type -> !area.contains(type))
                .flatMap(type -> Use.of(type).stream())
                .filter(use -> area.contains(use.to()))
                .toList();
        uses.stream()
                .filter(use -> !area.exports().contain(use.to()))
                .forEach(use -> findings.accept(describe(area, use)));
        if (area.isLibrary()) {
            refuseUnused(area, uses, findings);
        } else {
            refuseEmpty(area, inside, findings);
        }
    }

    private static String describe(Area area, Use use) {
        return String.format(
                "%s uses %s, but '%s' exports only %s. Use what is exported, or export %s if others shall rely on it. [%s]",
                use.from().getName(),
                use.to().getName(),
                area.name(),
                area.exports(),
                use.to().getPackageName(),
                use.where());
    }

    private static void refuseUnused(Area library, List<Use> uses, Consumer<String> findings) {
        if (uses.isEmpty()) {
            findings.accept(String.format(
                    "Library '%s' exports %s, but no class uses it: delete the line.",
                    library.name(), library.exports()));
        }
    }

    private static void refuseEmpty(Area layer, List<JavaClass> inside, Consumer<String> findings) {
        for (String empty : layer.exports().withoutAnyOf(inside)) {
            findings.accept(String.format(
                    "Layer '%s' exports the package %s, in which it has no class: correct its name or delete it.",
                    layer.name(), empty));
        }
    }
}
