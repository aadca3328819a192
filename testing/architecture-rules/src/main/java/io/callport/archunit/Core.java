package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A core is plain Java: no clock, randomness, thread or I/O, and nothing but the JDK, JSpecify and cores. */
record Core(Hexagon hexagon) implements LayerRule.Look {
    private static final Packages PLAIN_JAVA =
            Packages.of(List.of("java..", "javax.crypto..", "javax.security..", "org.jspecify.."));

    static ArchRule rule(Hexagon hexagon) {
        List<Area> cores = hexagon.layers().stream().filter(Area::isCore).toList();
        return LayerRule.over(hexagon, cores, new Core(hexagon))
                .as("Core: no clock, randomness, thread or I/O, and no library that is not declared")
                .because("a core whose time and chance are arguments can be tested exactly, and used anywhere");
    }

    @Override
    public void at(List<JavaClass> classes, Consumer<String> findings) {
        classes.forEach(type -> look(type, findings));
    }

    private void look(JavaClass type, Consumer<String> findings) {
        for (Use use : Use.of(type)) {
            if (!isDeclared(type, use.to())) {
                fault(use.to())
                        .ifPresent(fault -> findings.accept(String.format(
                                "%s uses %s, which %s. [%s]",
                                type.getName(), use.to().getName(), fault, use.where())));
            }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (!isDeclared(type, access.getTargetOwner())) {
                Impurity.ofMember(access.getTarget())
                        .ifPresent(impurity -> findings.accept(String.format(
                                "%s uses %s, which %s. [%s]",
                                type.getName(),
                                access.getTarget().getFullName(),
                                impurity.sentence(),
                                access.getDescription())));
            }
        }
    }

    /** A library that the core may use is the owner's decision, and not judged further. */
    private boolean isDeclared(JavaClass from, JavaClass used) {
        return hexagon.areaOf(used)
                .filter(Area::isLibrary)
                .filter(library -> hexagon.layersOf(from).stream()
                        .anyMatch(layer -> layer.mayUse().contains(library.name())))
                .isPresent();
    }

    private Optional<String> fault(JavaClass used) {
        if (hexagon.areaOf(used).filter(Area::isCore).isPresent()) {
            return Optional.empty();
        }
        if (PLAIN_JAVA.contain(used)) {
            return Impurity.ofType(used).map(Impurity::sentence);
        }
        return Optional.of(
                "is neither plain Java nor of a core: put an interface (a port) into the core and use it in an "
                        + "adapter, or declare its library(...) and that this core mayUse(...) it");
    }
}
