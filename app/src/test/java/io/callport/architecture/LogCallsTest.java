package io.callport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every log message is a fixed sentence: varying values are fields beside it, where they can be searched and not
 * forged.
 */
class LogCallsTest {
    private static final Pattern CALL = Pattern.compile("LOG\\s*\\.(trace|debug|info|warn|error|at[A-Z]\\w+)\\(");
    private static final Pattern VARIES =
            Pattern.compile("LOG\\s*\\.(trace|debug|info|warn|error)\\(([^;]*\\{}|[^;]*\" *\\+ *[a-z])");

    @Test
    void holdNothingThatVaries() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(Path.of("").toAbsolutePath().getParent())) {
            sources = files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .map(LogCallsTest::read)
                    .toList();
        }
        assertThat(sources.stream()
                        .mapToLong(it -> CALL.matcher(it).results().count())
                        .sum())
                .as("calls seen")
                .isGreaterThan(20);
        assertThat(sources)
                .allSatisfy(
                        source -> assertThat(VARIES.matcher(source).results().map(it -> it.group()))
                                .isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
