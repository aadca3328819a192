package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the public signatures in a layer's exported packages show no type of the libraries that the layer hides.
 */
record HidingRule(Hexagon hexagon) implements LayerRule.Check {

    static ArchRule rule(Hexagon hexagon) {
        List<Component> hiding = hexagon.layers().stream()
                .filter(layer -> !layer.hides().isEmpty())
                .toList();
        return LayerRule.over(hexagon, hiding, new HidingRule(hexagon))
                .as("Hiding: no type of a hidden library in a public or protected signature")
                .because("a technology that callers cannot see can be replaced without asking them");
    }

    @Override
    public void run(List<JavaClass> classes, Consumer<String> findings) {
        for (Component layer : hexagon.layers()) {
            List<JavaClass> inside = classes.stream().filter(layer::contains).toList();
            layer.hides().stream()
                    .sorted()
                    .map(hexagon::component)
                    .forEach(hidden -> check(layer, hidden, inside, findings));
        }
    }

    private static void check(Component layer, Component hidden, List<JavaClass> inside, Consumer<String> findings) {
        List<JavaClass> visible = inside.stream()
                .filter(layer::isExported)
                .filter(PublicTypeRule::isPublic)
                .toList();
        refuseNothing(layer, hidden, inside, visible, findings);
        for (JavaClass type : visible) {
            Signature.of(type, layer)
                    .forEach((where, shown) -> shown.stream()
                            .filter(hidden::contains)
                            .map(JavaClass::getName)
                            .sorted()
                            .forEach(name -> findings.accept(String.format(
                                    "%s shows %s of '%s', which '%s' hides: make the member or the type package-private, or "
                                            + "translate to a type of your own. [%s]",
                                    type.getName(), name, hidden.name(), layer.name(), where))));
        }
    }

    private static void refuseNothing(
            Component layer,
            Component hidden,
            List<JavaClass> inside,
            List<JavaClass> visible,
            Consumer<String> findings) {
        if (visible.isEmpty()) {
            findings.accept(String.format(
                    "Layer '%s' has no public type, so it hides nothing: delete the line, or import all its classes.",
                    layer.name()));
        }
        if (inside.stream().flatMap(type -> Usage.of(type).stream()).noneMatch(usage -> hidden.contains(usage.to()))) {
            findings.accept(String.format(
                    "Layer '%s' hides '%s', which none of its classes uses: delete the line, or correct its packages %s.",
                    layer.name(), hidden.name(), hidden.packages()));
        }
    }
}
