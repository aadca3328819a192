package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that a core is plain Java: no clock, randomness, thread or I/O, and nothing but the JDK, JSpecify and cores.
 */
record CoreRule(Hexagon hexagon) implements LayerRule.Check {
    private static final Packages PLAIN_JAVA =
            Packages.of(List.of("java..", "javax.crypto..", "javax.security..", "org.jspecify.."));

    static ArchRule rule(Hexagon hexagon) {
        List<Component> cores =
                hexagon.layers().stream().filter(Component::isCore).toList();
        return LayerRule.over(hexagon, cores, new CoreRule(hexagon))
                .as("Core: no clock, randomness, thread or I/O, and no library that is not declared")
                .because("a core whose time and chance are arguments can be tested exactly, and used anywhere");
    }

    @Override
    public void run(List<JavaClass> classes, Consumer<String> findings) {
        classes.forEach(type -> check(type, findings));
    }

    private void check(JavaClass type, Consumer<String> findings) {
        for (Usage usage : Usage.of(type)) {
            if (!isDeclared(type, usage.to())) {
                fault(usage.to())
                        .ifPresent(fault -> findings.accept(String.format(
                                "%s uses %s, which %s. [%s]",
                                type.getName(), usage.to().getName(), fault, usage.where())));
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

    /** A library that a core was granted is the owner's decision and is not checked further. */
    private boolean isDeclared(JavaClass from, JavaClass used) {
        return hexagon.componentOf(used)
                .filter(Component::isLibrary)
                .filter(library -> hexagon.layersOf(from).stream()
                        .anyMatch(layer -> layer.mayUse().contains(library.name())))
                .isPresent();
    }

    private Optional<String> fault(JavaClass used) {
        if (hexagon.componentOf(used).filter(Component::isCore).isPresent()) {
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
