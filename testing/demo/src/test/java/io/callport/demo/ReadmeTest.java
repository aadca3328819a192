package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.NumberPoolExample;
import io.callport.catalog.Queries;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's example is compiled and runs, and its lists are complete. */
class ReadmeTest {
    private final String readme = read("README.md");

    @Test
    void showsTheExampleThatIsCompiledHere() {
        assertThat(readme)
                .contains(read("testing/demo/src/test/java/com/example/NumberPoolExample.java")
                        .strip());
    }

    @Test
    void itsExampleRuns() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (VendorSandbox vendors = VendorSandbox.start(0)) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            NumberPoolExample.main(new String[] {
                "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3", vendors.url().toString()
            });
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("9813 enable");
    }

    @Test
    void listsEveryQueryAndEveryReasonThatIsGiven() {
        assertThat(Queries.ALL).allSatisfy(type -> assertThat(readme).contains("| `" + type.name() + "` |"));
        assertThat(EnumSet.allOf(Reason.class))
                .allSatisfy(reason -> assertThat(readme).contains("`" + reason.code() + "`"));
    }

    @Test
    void theVendorsDocumentHasARowForEveryQueryAndSaysWhatIsUnknown() {
        String vendors = read("docs/vendors.md");
        assertThat(Queries.ALL).allSatisfy(type -> assertThat(vendors).contains("| `" + type.name() + "` |"));
        assertThat(vendors.lines().filter(line -> line.startsWith("| 7moor `POST") || line.contains(" `POST /")))
                .allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSize(7));
    }

    @Test
    void theCodeInAddingAQueryIsTheCode() {
        Matcher pieces = Pattern.compile("`([\\w/-]+\\.java)`\\s+```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(read("docs/adding-a-query.md"));
        int shown = 0;
        while (pieces.find()) {
            assertThat(read(pieces.group(1))).contains(pieces.group(2).strip());
            shown++;
        }
        assertThat(shown).isEqualTo(8);
    }

    @Test
    void namesEveryDocument() throws IOException {
        try (Stream<Path> documents = Files.list(root().resolve("docs"))) {
            assertThat(documents)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(document -> assertThat(readme).contains("docs/" + document.getFileName()));
        }
    }

    private static String read(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }
}
