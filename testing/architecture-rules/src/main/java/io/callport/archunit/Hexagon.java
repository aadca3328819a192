package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import io.callport.archunit.Area.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was declared, consistent at any time: every name is known, and no arrow breaks what a hexagon is. Immutable. */
record Hexagon(String root, Map<String, Area> areas, List<TypeList> typeLists, Set<Option> options) {
    enum Option {
        NO_INHERITANCE,
        NULL_MARKED
    }

    Hexagon plus(Area area) {
        if (areas.containsKey(area.name())) {
            throw new IllegalArgumentException("the name '" + area.name() + "' is taken: give each area its own");
        }
        return replace(area);
    }

    Hexagon replace(Area area) {
        Map<String, Area> changed = new LinkedHashMap<>(areas);
        changed.put(area.name(), area);
        return new Hexagon(root, changed, typeLists, options);
    }

    Hexagon plus(TypeList list) {
        list.layers().forEach(this::layer);
        return new Hexagon(
                root, areas, Stream.concat(typeLists.stream(), Stream.of(list)).toList(), options);
    }

    Hexagon plus(Option option) {
        return new Hexagon(
                root,
                areas,
                typeLists,
                Set.copyOf(Stream.concat(options.stream(), Stream.of(option))
                        .distinct()
                        .toList()));
    }

    Hexagon plusArrow(String from, String to) {
        Area user = layer(from);
        refusal(user, area(to)).ifPresent(reason -> {
            throw new IllegalArgumentException("the arrow " + from + " -> " + to + " cannot be: " + reason);
        });
        return replace(user.plusUses(Set.of(to)));
    }

    /** Why this arrow cannot even be declared. */
    Optional<String> refusal(Area from, Area to) {
        if (from.isCore() && !to.isCore() && !to.isLibrary()) {
            return Optional.of("a core uses only cores and libraries; let it own an interface (a port) that "
                    + to.name() + " implements");
        }
        if (from.kind() == Kind.ADAPTER && to.kind() == Kind.ADAPTER) {
            return Optional.of("adapters never see each other; let a layer above wire them");
        }
        if (reaches(to, from)) {
            return Optional.of(
                    "'" + to.name() + "' may already use '" + from.name() + "': arrows must not close a circle");
        }
        return Optional.empty();
    }

    private boolean reaches(Area from, Area to) {
        return from.name().equals(to.name()) || from.mayUse().stream().anyMatch(next -> reaches(area(next), to));
    }

    Area area(String name) {
        Area area = areas.get(name);
        if (area == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not declared: declare the layer or library before using"
                            + " its name; declared are " + areas.keySet());
        }
        return area;
    }

    Area layer(String name) {
        Area area = area(name);
        if (area.isLibrary()) {
            throw new IllegalArgumentException("'" + name + "' is a library; a layer of your own is needed here");
        }
        return area;
    }

    List<Area> layers() {
        return areas.values().stream().filter(area -> !area.isLibrary()).toList();
    }

    List<Area> libraries() {
        return areas.values().stream().filter(Area::isLibrary).toList();
    }

    /** Whether a class lies under the root; a package-info or module-info is no class to look at. */
    boolean owns(JavaClass type) {
        return isUnderRoot(type) && !type.getSimpleName().endsWith("-info");
    }

    private boolean isUnderRoot(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    List<Area> layersOf(JavaClass type) {
        return layers().stream().filter(layer -> layer.contains(type)).toList();
    }

    /** The area a used class lies in: a layer if it is ours, else the first library that names its package. */
    Optional<Area> areaOf(JavaClass used) {
        List<Area> candidates = isUnderRoot(used) ? layers() : libraries();
        return candidates.stream().filter(area -> area.contains(used)).findFirst();
    }
}
