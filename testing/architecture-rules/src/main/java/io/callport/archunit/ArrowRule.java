package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that each class lies in one layer, and that layers use each other and libraries along declared arrows only.
 */
record ArrowRule(Hexagon hexagon) implements LayerRule.Check {

    static ArchRule rule(Hexagon hexagon) {
        return LayerRule.overAll(hexagon, new ArrowRule(hexagon))
                .as("Arrows: every class lies in one layer and uses other layers along declared arrows only")
                .because("a layer that nobody may see can be replaced without reading the others");
    }

    @Override
    public void run(List<JavaClass> classes, Consumer<String> findings) {
        classes.forEach(type -> check(type, findings));
        List<JavaClass> used = classes.stream()
                .flatMap(type -> Usage.of(type).stream())
                .map(Usage::to)
                .toList();
        for (Component library : hexagon.libraries()) {
            for (String unused : library.packages().withoutAnyOf(used)) {
                findings.accept(String.format(
                        "Library '%s' names the package %s, which no class uses: correct its name or delete it.",
                        library.name(), unused));
            }
        }
    }

    private void check(JavaClass type, Consumer<String> findings) {
        List<Component> layers = hexagon.layersOf(type);
        if (layers.size() == 1) {
            Usage.of(type).forEach(usage -> check(layers.get(0), usage, findings));
        } else if (layers.isEmpty()) {
            findings.accept(String.format(
                    "%s lies in no layer: move it into one, or add its package %s to one.",
                    type.getName(), type.getPackageName()));
        } else {
            findings.accept(String.format(
                    "%s lies in more than one layer %s: let one of them name its package %s.",
                    type.getName(), layers.stream().map(Component::name).toList(), type.getPackageName()));
        }
    }

    private void check(Component from, Usage usage, Consumer<String> findings) {
        hexagon.componentOf(usage.to())
                .filter(to -> !to.name().equals(from.name()) && !from.mayUse().contains(to.name()))
                .ifPresent(to -> findings.accept(String.format(
                        "%s uses %s: the arrow %s -> %s is not declared. %s [%s]",
                        usage.from().getName(),
                        usage.to().getName(),
                        from.name(),
                        to.name(),
                        remedy(from, to),
                        usage.where())));
    }

    private String remedy(Component from, Component to) {
        return hexagon.refusal(from, to)
                .map(reason -> "It cannot be: " + reason + ".")
                .orElseGet(() -> String.format(
                        "Move what both need to a layer that '%s' may use, or declare mayUse(\"%s\", \"%s\") if it is meant.",
                        from.name(), from.name(), to.name()));
    }
}
