package io.callport.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/architecture.md to the code: the types and methods that it names exist, and app is as small as it says.
 */
class ArchitecturePageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.(\\w+))?`");
    private static final Set<String> KAFKAS = Set.of("ConsumerRecord", "ProducerRecord");
    private static final int MIN_NAMES = 60;
    private static final int MAX_LINES = 1_600;

    @Test
    void everyTypeThatItNamesExistsWithItsMember() throws IOException {
        Set<String> missing = new TreeSet<>();
        int names = 0;
        var matcher = NAME.matcher(Files.readString(ROOT.resolve("docs/architecture.md")));
        while (matcher.find()) {
            String type = matcher.group(1);
            if (!KAFKAS.contains(type)) {
                names++;
                if (!exists(type, matcher.group(2))) {
                    missing.add(matcher.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(names).isGreaterThanOrEqualTo(MIN_NAMES);
    }

    @Test
    void appIsAsThinAsItSays() throws IOException {
        long lines = 0;
        for (Path file : sources(ROOT.resolve("app/src/main/java"))) {
            lines += Files.readAllLines(file).size();
        }
        assertThat(lines).isBetween(500L, (long) MAX_LINES);
        assertThat(Files.readString(ROOT.resolve("docs/architecture.md"))).contains("at most 1,600 lines");
    }

    private static boolean exists(String type, String member) throws IOException {
        for (Path file : sources(ROOT)) {
            if (file.getFileName().toString().equals(type + ".java")) {
                return member == null || Files.readString(file).matches("(?s).*\\b" + member + "\\b.*");
            }
        }
        return false;
    }

    private static Set<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(toSet());
        }
    }
}
