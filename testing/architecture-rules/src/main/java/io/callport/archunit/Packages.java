package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Package identifiers as ArchUnit reads them: {@code com.example.shop} is that package, {@code com.example.shop..} its
 * tree.
 */
final class Packages {
    static final Packages NONE = new Packages(List.of());

    private final List<String> identifiers;
    private final List<PackageMatcher> matchers;

    private Packages(List<String> identifiers) {
        this.identifiers = identifiers;
        this.matchers = identifiers.stream().map(PackageMatcher::of).toList();
    }

    static Packages of(List<String> identifiers) {
        return new Packages(List.copyOf(identifiers));
    }

    Packages plus(Packages more) {
        return new Packages(Stream.concat(identifiers.stream(), more.identifiers.stream())
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return identifiers.isEmpty();
    }

    boolean contain(JavaClass type) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(type.getPackageName()));
    }

    /** The identifiers that match none of these classes: most often a misspelt or forgotten package. */
    List<String> withoutAnyOf(List<JavaClass> types) {
        return identifiers.stream()
                .filter(identifier -> types.stream().noneMatch(Packages.of(List.of(identifier))::contain))
                .toList();
    }

    @Override
    public String toString() {
        return String.join(", ", identifiers);
    }
}
