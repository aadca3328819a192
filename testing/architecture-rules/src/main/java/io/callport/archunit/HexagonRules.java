package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.callport.archunit.Component.Kind;
import io.callport.archunit.Hexagon.Option;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Describes a hexagonal architecture and makes the ArchUnit rules that check it. First name the layers, then the arrows
 * between them:
 *
 * <pre>{@code
 * HexagonRules.of("com.example.shop")
 *         .core("domain", 4, "com.example.shop.order")
 *         .adapter("web", 2, "com.example.shop.web..")
 *         .mayUse("web", "domain")
 *         .check(classes);
 * }</pre>
 *
 * <p>Packages are written as ArchUnit reads them: {@code com.example.shop} is that package, {@code com.example.shop..}
 * its tree. Each layer declares a least number of classes (class files, nested ones too). A rule that sees fewer
 * classes, or no class in a declared package, fails: it cannot pass by checking nothing.
 *
 * <p>Immutable and thread-safe: each declaring method returns a new description, so one description may be the base of
 * other descriptions. Names must be declared before they are used; a description that contradicts itself is refused at
 * once with an {@link IllegalArgumentException}.
 */
public final class HexagonRules {
    private final Hexagon hexagon;

    private HexagonRules(Hexagon hexagon) {
        this.hexagon = hexagon;
    }

    /** Starts with the root package: every class below it must lie in a layer. */
    public static HexagonRules of(String rootPackage) {
        if (!rootPackage.matches("[\\w$]+(\\.[\\w$]+)*")) {
            throw new IllegalArgumentException("the root must be a plain package name, as in com.example.shop");
        }
        return new HexagonRules(new Hexagon(rootPackage, Map.of(), List.of(), Set.of()));
    }

    /**
     * Declares a layer without clock, randomness, thread and I/O, which uses nothing but plain Java, JSpecify, other
     * cores and the libraries that {@link #mayUse} grants.
     */
    public HexagonRules core(String name, int leastClasses, String... packages) {
        return new HexagonRules(hexagon.plus(Component.layer(name, Kind.CORE, leastClasses, packages)));
    }

    /** Declares a layer that connects the core to one technology. Adapters never see each other. */
    public HexagonRules adapter(String name, int leastClasses, String... packages) {
        return new HexagonRules(hexagon.plus(Component.layer(name, Kind.ADAPTER, leastClasses, packages)));
    }

    /** Declares any other layer: wiring, a command line, stand-ins. */
    public HexagonRules layer(String name, int leastClasses, String... packages) {
        return new HexagonRules(hexagon.plus(Component.layer(name, Kind.LAYER, leastClasses, packages)));
    }

    /**
     * Declares a library: packages outside the root that only layers with a grant by {@link #mayUse} may use. A library
     * that is not declared may be used by every layer except cores. If two libraries name the same package, the first
     * one counts.
     */
    public HexagonRules library(String name, String... packages) {
        return new HexagonRules(hexagon.plus(Component.library(name, packages)));
    }

    /** Grants a layer the use of layers and libraries. Grants are not transitive. */
    public HexagonRules mayUse(String layer, String... layersAndLibraries) {
        Hexagon changed = hexagon;
        for (String to : layersAndLibraries) {
            changed = changed.plusArrow(layer, to);
        }
        return new HexagonRules(changed);
    }

    /**
     * Lists the packages of a layer or library that other layers may use. Without a list, other layers may use all
     * packages.
     */
    public HexagonRules exports(String layerOrLibrary, String... packages) {
        Component component = hexagon.component(layerOrLibrary);
        return new HexagonRules(hexagon.replace(component.plusExports(Packages.of(List.of(packages)))));
    }

    /**
     * Lists exports as {@link #exports} does, with the unqualified exports of the module of that name, whose
     * {@code module-info.class} must be on the class path.
     */
    public HexagonRules exportsOfModule(String layerOrLibrary, String module) {
        Component component = hexagon.component(layerOrLibrary);
        return new HexagonRules(hexagon.replace(component.plusExports(ModuleExports.of(module))));
    }

    /**
     * Forbids types of these libraries in the signatures that a layer's public types show; annotations do not count.
     * Where the layer lists its exports, its other packages may show them to each other.
     */
    public HexagonRules hides(String layer, String... libraries) {
        for (String library : libraries) {
            if (!hexagon.component(library).isLibrary()) {
                throw new IllegalArgumentException(
                        "'" + library + "' is a layer; declare with library(...) what is hidden");
            }
        }
        return new HexagonRules(hexagon.replace(hexagon.layer(layer).plusHides(Set.of(libraries))));
    }

    /**
     * Requires that the public types of these layers are exactly the types in a file: one fully qualified name a line
     * ({@code a.b.Outer.Nested}), sorted, {@code #} for comments. Where a layer lists its exports, only types of those
     * packages count. A relative path counts from the working directory, which is the module's under Maven and Gradle.
     */
    public HexagonRules publicTypes(Path file, String... layers) {
        return new HexagonRules(hexagon.plus(TypeList.inFile(file, layers)));
    }

    /** Requires the same as {@link #publicTypes(Path, String...)}, with the file as a resource on the class path. */
    public HexagonRules publicTypes(String resource, String... layers) {
        return new HexagonRules(hexagon.plus(TypeList.inResource(resource, layers)));
    }

    /** Forbids a class under the root to extend another class under the root, except exceptions. */
    public HexagonRules noInheritance() {
        return new HexagonRules(hexagon.plus(Option.NO_INHERITANCE));
    }

    /** Requires JSpecify's {@code @NullMarked} on every package. */
    public HexagonRules nullMarked() {
        return new HexagonRules(hexagon.plus(Option.NULL_MARKED));
    }

    /**
     * Makes one rule, to be checked by itself or frozen.
     *
     * @throws IllegalStateException if nothing was declared for the rule, so that it would check nothing
     */
    public ArchRule rule(HexagonRule which) {
        return new RuleFactory(hexagon).rule(which);
    }

    /**
     * Makes all rules for which something was declared, and always the rules for arrows and cycles.
     *
     * @throws IllegalStateException if there is no layer
     */
    public List<ArchRule> rules() {
        rule(HexagonRule.ARROWS);
        return Arrays.stream(HexagonRule.values())
                .filter(new RuleFactory(hexagon)::declares)
                .map(this::rule)
                .toList();
    }

    /**
     * Checks all {@link #rules()} and reports all violated rules at once.
     *
     * @param classes all classes under the root; a layer of which too few were imported is a violation
     * @throws AssertionError if a rule is violated
     * @throws IllegalStateException if there is no layer
     */
    public void check(JavaClasses classes) {
        List<ArchRule> rules = rules();
        List<AssertionError> violations = rules.stream()
                .flatMap(rule -> violation(rule, classes).stream())
                .toList();
        if (!violations.isEmpty()) {
            String reports = violations.stream().map(Throwable::getMessage).collect(Collectors.joining("\n\n"));
            throw new AssertionError(
                    violations.size() + " of " + rules.size() + " architecture rules are violated.\n\n" + reports);
        }
    }

    private static Optional<AssertionError> violation(ArchRule rule, JavaClasses classes) {
        try {
            rule.check(classes);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }
}
