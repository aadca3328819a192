package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import io.callport.archunit.Component.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The declared architecture. Immutable and always consistent: every name is known, no arrow contradicts a hexagon. */
record Hexagon(String root, Map<String, Component> components, List<TypeList> typeLists, Set<Option> options) {
    enum Option {
        NO_INHERITANCE,
        NULL_MARKED
    }

    Hexagon plus(Component component) {
        if (components.containsKey(component.name())) {
            throw new IllegalArgumentException("the name '" + component.name() + "' is taken: give each area its own");
        }
        return replace(component);
    }

    Hexagon replace(Component component) {
        Map<String, Component> changed = new LinkedHashMap<>(components);
        changed.put(component.name(), component);
        return new Hexagon(root, changed, typeLists, options);
    }

    Hexagon plus(TypeList list) {
        list.layers().forEach(this::layer);
        return new Hexagon(
                root,
                components,
                Stream.concat(typeLists.stream(), Stream.of(list)).toList(),
                options);
    }

    Hexagon plus(Option option) {
        return new Hexagon(
                root,
                components,
                typeLists,
                Set.copyOf(Stream.concat(options.stream(), Stream.of(option))
                        .distinct()
                        .toList()));
    }

    Hexagon plusArrow(String from, String to) {
        Component user = layer(from);
        refusal(user, component(to)).ifPresent(reason -> {
            throw new IllegalArgumentException("the arrow " + from + " -> " + to + " cannot be: " + reason);
        });
        return replace(user.plusUses(Set.of(to)));
    }

    /** The reason why this arrow cannot be declared, if there is one. */
    Optional<String> refusal(Component from, Component to) {
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

    private boolean reaches(Component from, Component to) {
        return from.name().equals(to.name()) || from.mayUse().stream().anyMatch(next -> reaches(component(next), to));
    }

    Component component(String name) {
        Component component = components.get(name);
        if (component == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not declared: declare the layer or library before using"
                            + " its name; declared are " + components.keySet());
        }
        return component;
    }

    Component layer(String name) {
        Component component = component(name);
        if (component.isLibrary()) {
            throw new IllegalArgumentException("'" + name + "' is a library; a layer of your own is needed here");
        }
        return component;
    }

    List<Component> layers() {
        return components.values().stream()
                .filter(component -> !component.isLibrary())
                .toList();
    }

    List<Component> libraries() {
        return components.values().stream().filter(Component::isLibrary).toList();
    }

    /** Whether a class lies under the root; a package-info or module-info does not count as a class. */
    boolean owns(JavaClass type) {
        return isUnderRoot(type) && !type.getSimpleName().endsWith("-info");
    }

    private boolean isUnderRoot(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    List<Component> layersOf(JavaClass type) {
        return layers().stream().filter(layer -> layer.contains(type)).toList();
    }

    /**
     * The component of a used class: a layer if the class lies under the root, else the first library that names its
     * package.
     */
    Optional<Component> componentOf(JavaClass used) {
        List<Component> candidates = isUnderRoot(used) ? layers() : libraries();
        return candidates.stream().filter(component -> component.contains(used)).findFirst();
    }
}
