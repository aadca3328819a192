package io.callport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text for people names a Java class: {@code ExceptionKind} describes an exception in words. */
class ErrorTextsTest {
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?<!part\\.)getClass\\(\\)\\s*\\.get(Simple|Canonical)?Name\\(\\)"
                    + "|\"[^\"\n]*[a-z](Exception|Error)\\b[^\"\n]*\"");
    private static final Set<String> SHIPPED = Set.of(
            "domain",
            "embed",
            "signing",
            "vendor-json",
            "adapter-http",
            "adapter-kafka",
            "adapter-webhook",
            "config",
            "observability",
            "tools",
            "app");

    @Test
    void nameNoClassOfJava() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> found = files.filter(file ->
                            SHIPPED.contains(root.relativize(file).getName(0).toString()))
                    .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .filter(file -> CLASS_NAME.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(found).containsExactly("ExceptionKind.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
