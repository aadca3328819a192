package io.callport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a public type that a caller can see: supertypes, type parameters, and public or protected members with
 * all their generics and exceptions, including members inherited from the same layer. Annotations bind no caller and
 * are left out.
 */
final class Signature {
    private Signature() {}

    /** The types shown, by the place that shows them. */
    static Map<String, Set<JavaClass>> of(JavaClass type, Component layer) {
        Map<String, Set<JavaClass>> shown = new TreeMap<>();
        shown.put("the head of " + type.getName(), involved(head(type)));
        type.getAllMembers().stream()
                .filter(member -> layer.contains(member.getOwner()) && isVisible(member))
                .forEach(member -> shown.put(member.getDescription(), involved(types(member))));
        return shown;
    }

    private static Stream<JavaType> head(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return Stream.concat(supertypes, type.getTypeParameters().stream());
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getTypeParameters().stream(),
                        code.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static Set<JavaClass> involved(Stream<? extends JavaType> types) {
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
