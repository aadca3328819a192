package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A named part of the architecture: a layer of the code base, or a library that some layers use.
 *
 * @param least the least number of classes that a layer must have; 0 for a library
 * @param mayUse the names of the layers and libraries that this layer may use
 * @param exports the packages that other layers may use; empty if they may use all packages
 * @param hides the names of the libraries that this layer's public types must not show
 */
record Component(
        String name, Kind kind, int least, Packages packages, Set<String> mayUse, Packages exports, Set<String> hides) {
    enum Kind {
        CORE,
        ADAPTER,
        LAYER,
        LIBRARY
    }

    static Component layer(String name, Kind kind, int least, String... packages) {
        if (least < 1) {
            throw new IllegalArgumentException(
                    name + ": the least number of classes must be 1 or more, else the rules could check nothing");
        }
        return component(name, kind, least, packages);
    }

    static Component library(String name, String... packages) {
        return component(name, Kind.LIBRARY, 0, packages);
    }

    private static Component component(String name, Kind kind, int least, String... packages) {
        if (packages.length == 0) {
            throw new IllegalArgumentException(name + ": name at least one package, as in com.example.shop.order..");
        }
        return new Component(name, kind, least, Packages.of(List.of(packages)), Set.of(), Packages.NONE, Set.of());
    }

    Component plusUses(Set<String> names) {
        return new Component(name, kind, least, packages, union(mayUse, names), exports, hides);
    }

    Component plusExports(Packages more) {
        return new Component(name, kind, least, packages, mayUse, exports.plus(more), hides);
    }

    Component plusHides(Set<String> names) {
        return new Component(name, kind, least, packages, mayUse, exports, union(hides, names));
    }

    boolean isLibrary() {
        return kind == Kind.LIBRARY;
    }

    boolean isCore() {
        return kind == Kind.CORE;
    }

    /** Whether other layers may use this type, since its package is exported or no exports are listed. */
    boolean isExported(JavaClass type) {
        return exports.isEmpty() || exports.contain(type);
    }

    boolean contains(JavaClass type) {
        return packages.contain(type);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(more);
        return Set.copyOf(union);
    }
}
