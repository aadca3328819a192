package io.callport.archunit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That one class uses another, told once however often it does.
 *
 * @param where the first place, as ArchUnit words it: method, target, file and line
 */
record Use(JavaClass from, JavaClass to, String where) {
    /** A signature has no line (0) in a class file, so a place in a body tells more. */
    private static final Comparator<Dependency> LINES_FIRST = Comparator.<Dependency, Boolean>comparing(
                    dependency -> dependency.getSourceCodeLocation().getLineNumber() == 0)
            .thenComparing(Comparator.naturalOrder());

    /** Everything that a class uses, but itself and primitives; an array counts as its elements. */
    static Collection<Use> of(JavaClass from) {
        Map<String, Use> uses = new LinkedHashMap<>();
        from.getDirectDependenciesFromSelf().stream().sorted(LINES_FIRST).forEach(dependency -> add(uses, dependency));
        return uses.values();
    }

    private static void add(Map<String, Use> uses, Dependency dependency) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (!to.isPrimitive() && !to.equals(dependency.getOriginClass())) {
            uses.putIfAbsent(to.getName(), new Use(dependency.getOriginClass(), to, dependency.getDescription()));
        }
    }
}
