package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules that are the same for all layers: no package cycle, no inheritance within the code base, null-marked
 * packages.
 */
final class CommonRules {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private CommonRules() {}

    static ArchRule cycles(Hexagon hexagon) {
        ArchRule enough = LayerRule.overAll(hexagon, (classes, findings) -> {});
        ArchRule free = SlicesRuleDefinition.slices()
                .assignedFrom(new ByPackage(hexagon))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
        return CompositeArchRule.of(List.of(enough, free))
                .as("Cycles: packages under " + hexagon.root() + " form no cycle")
                .because("packages in a cycle can only be read, tested and moved together; "
                        + "to cut one, move what both need into a package that uses neither");
    }

    static ArchRule inheritance(Hexagon hexagon) {
        return LayerRule.overAll(
                        hexagon,
                        (classes, findings) -> classes.forEach(type -> extended(hexagon, type)
                                .ifPresent(parent -> findings.accept(String.format(
                                        "%s extends %s: let it hold one instead, or let both implement an interface.",
                                        type.getName(), parent.getName())))))
                .as("Inheritance: no class extends a class of ours, exceptions aside")
                .because("a class whose behaviour is spread over its ancestors must be read in all of them");
    }

    /**
     * The superclass, if it lies under the root. Exceptions and the bodies of enum constants may extend such a class.
     */
    private static Optional<JavaClass> extended(Hexagon hexagon, JavaClass type) {
        return type.getRawSuperclass()
                .filter(hexagon::owns)
                .filter(parent -> !parent.isEnum() && !parent.isAssignableTo(Throwable.class));
    }

    static ArchRule nullMarked(Hexagon hexagon) {
        return LayerRule.overAll(hexagon, CommonRules::refuseUnmarked)
                .as("Null: every package is annotated with @NullMarked")
                .because("null is then what a signature says it is, and a checker can prove it");
    }

    private static void refuseUnmarked(List<JavaClass> classes, Consumer<String> findings) {
        classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NULL_MARKED))
                        .isEmpty())
                .forEach(each -> findings.accept(String.format(
                        "Package %s has no package-info.java with @NullMarked (org.jspecify): add it.",
                        each.getName())));
    }

    private record ByPackage(Hexagon hexagon) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return hexagon.owns(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages under " + hexagon.root();
        }
    }
}
