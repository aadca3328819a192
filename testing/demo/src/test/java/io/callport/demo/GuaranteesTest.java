package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every guarantee of docs/guarantees.md names a test that exists. */
class GuaranteesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final int MIN = 20;

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named = TEST.matcher(Files.readString(ROOT.resolve("docs/guarantees.md")))
                .results()
                .map(match -> match.group(1) + (match.group(2) == null ? "" : "." + match.group(2)))
                .toList();
        assertThat(named)
                .hasSizeGreaterThanOrEqualTo(MIN)
                .allSatisfy(test -> assertThat(source(test)).as(test).contains(method(test)));
    }

    private static String method(String test) {
        return test.contains(".") ? "void " + test.substring(test.indexOf('.') + 1) + "(" : "class " + test;
    }

    private static String source(String test) throws IOException {
        String file = test.split("\\.", -1)[0] + ".java";
        try (Stream<Path> files = Files.walk(ROOT)) {
            Path found = files.filter(path -> path.endsWith(file))
                    .filter(path -> path.toString().contains("src/test"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no test " + file));
            return Files.readString(found).replace("interface " + test, "class " + test);
        }
    }
}
