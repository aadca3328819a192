package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Checks that the public types in exported packages of some layers are exactly the types of a checked-in list. */
record PublicTypeRule(TypeList list, List<Component> layers) implements LayerRule.Check {

    static ArchRule rule(Hexagon hexagon) {
        return CompositeArchRule.of(hexagon.typeLists().stream()
                        .map(list -> rule(hexagon, list))
                        .toList())
                .as("Public types: they are the ones in the checked-in list")
                .because("every public type is a promise; a list in the repository shows each new one in a diff");
    }

    private static ArchRule rule(Hexagon hexagon, TypeList list) {
        List<Component> layers = list.layers().stream().map(hexagon::layer).toList();
        return LayerRule.over(hexagon, layers, new PublicTypeRule(list, layers));
    }

    /** Whether code anywhere can name this type, since this type and all enclosing types are public. */
    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypeRule::isPublic).orElse(true);
    }

    @Override
    public void run(List<JavaClass> classes, Consumer<String> findings) {
        List<String> actual = classes.stream()
                .filter(type -> isExported(type) && isPublic(type))
                .map(type -> type.getName().replace('$', '.'))
                .sorted()
                .toList();
        try {
            list.names()
                    .ifPresentOrElse(
                            listed -> compare(listed, actual, findings), () -> findings.accept(missing(actual)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list.file(), e);
        }
    }

    private boolean isExported(JavaClass type) {
        return layers.stream().anyMatch(layer -> layer.contains(type) && layer.isExported(type));
    }

    private void compare(List<String> listed, List<String> actual, Consumer<String> findings) {
        actual.stream()
                .filter(name -> listed.stream().noneMatch(line -> accepts(line, name)))
                .forEach(name -> findings.accept(String.format(
                        "Added: %s is public, but not listed. Make it package-private, or accept it: add this line to %s.",
                        name, list.file())));
        listed.stream()
                .distinct()
                .filter(line -> actual.stream().noneMatch(name -> accepts(line, name)))
                .forEach(name -> findings.accept(String.format(
                        "Removed: %s is listed, but no longer public. Bring it back (callers may rely on it), "
                                + "or accept that: delete its line from %s.",
                        name, list.file())));
        if (!listed.equals(listed.stream().distinct().sorted().toList())) {
            findings.accept(String.format(
                    "%s is not sorted, or lists a name twice: sort its lines, so that a diff shows what changed.",
                    list.file()));
        }
    }

    /**
     * Whether a line accepts a type: the line is the type's name, or a package with its subpackages, as in
     * {@code com.example.order..}.
     */
    private static boolean accepts(String line, String name) {
        return line.endsWith("..") ? name.startsWith(line.substring(0, line.length() - 1)) : line.equals(name);
    }

    private String missing(List<String> actual) {
        return String.format(
                "There is no %s %s. Create it with these lines if they are right:%n%s",
                list.resource() ? "class path resource" : "file",
                list.file(),
                String.join(System.lineSeparator(), actual));
    }
}
