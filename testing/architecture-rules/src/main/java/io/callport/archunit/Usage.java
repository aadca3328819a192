package io.callport.archunit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The use of one class by another, reported once however often it occurs.
 *
 * @param where the place of the first use, as ArchUnit words it: method, target, file and line
 */
record Usage(JavaClass from, JavaClass to, String where) {
    /**
     * An order that prefers places with a line: a signature has no line (0) in a class file, so a place in a body is
     * more helpful.
     */
    private static final Comparator<Dependency> LINES_FIRST = Comparator.<Dependency, Boolean>comparing(
                    dependency -> dependency.getSourceCodeLocation().getLineNumber() == 0)
            .thenComparing(Comparator.naturalOrder());

    /** All types that a class uses, except itself and primitives; an array counts as its element type. */
    static Collection<Usage> of(JavaClass from) {
        Map<String, Usage> usages = new LinkedHashMap<>();
        from.getDirectDependenciesFromSelf().stream()
                .sorted(LINES_FIRST)
                .forEach(dependency -> add(usages, dependency));
        return usages.values();
    }

    private static void add(Map<String, Usage> usages, Dependency dependency) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (!to.isPrimitive() && !to.equals(dependency.getOriginClass())) {
            usages.putIfAbsent(to.getName(), new Usage(dependency.getOriginClass(), to, dependency.getDescription()));
        }
    }
}
