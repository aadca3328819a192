package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;

/** Each class lies in one layer, and layers use each other and the libraries along declared arrows only. */
record Arrows(Hexagon hexagon) implements LayerRule.Look {

    static ArchRule rule(Hexagon hexagon) {
        return LayerRule.overAll(hexagon, new Arrows(hexagon))
                .as("Arrows: every class lies in one layer and uses other layers along declared arrows only")
                .because("a layer that nobody may see can be replaced without reading the others");
    }

    @Override
    public void at(List<JavaClass> classes, Consumer<String> findings) {
        classes.forEach(type -> look(type, findings));
        List<JavaClass> used = classes.stream()
                .flatMap(type -> Use.of(type).stream())
                .map(Use::to)
                .toList();
        for (Area library : hexagon.libraries()) {
            for (String unused : library.packages().withoutAnyOf(used)) {
                findings.accept(String.format(
                        "Library '%s' names the package %s, which no class uses: correct its name or delete it.",
                        library.name(), unused));
            }
        }
    }

    private void look(JavaClass type, Consumer<String> findings) {
        List<Area> layers = hexagon.layersOf(type);
        if (layers.size() == 1) {
            Use.of(type).forEach(use -> look(layers.get(0), use, findings));
        } else if (layers.isEmpty()) {
            findings.accept(String.format(
                    "%s lies in no layer: move it into one, or add its package %s to one.",
                    type.getName(), type.getPackageName()));
        } else {
            findings.accept(String.format(
                    "%s lies in more than one layer %s: let one of them name its package %s.",
                    type.getName(), layers.stream().map(Area::name).toList(), type.getPackageName()));
        }
    }

    private void look(Area from, Use use, Consumer<String> findings) {
        hexagon.areaOf(use.to())
                .filter(to -> !to.name().equals(from.name()) && !from.mayUse().contains(to.name()))
                .ifPresent(to -> findings.accept(String.format(
                        "%s uses %s: the arrow %s -> %s is not declared. %s [%s]",
                        use.from().getName(),
                        use.to().getName(),
                        from.name(),
                        to.name(),
                        remedy(from, to),
                        use.where())));
    }

    private String remedy(Area from, Area to) {
        return hexagon.refusal(from, to)
                .map(reason -> "It cannot be: " + reason + ".")
                .orElseGet(() -> String.format(
                        "Move what both need to a layer that '%s' may use, or declare mayUse(\"%s\", \"%s\") if it is meant.",
                        from.name(), from.name(), to.name()));
    }
}
