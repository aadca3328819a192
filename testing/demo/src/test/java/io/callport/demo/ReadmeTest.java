package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.NumberPoolExample;
import io.callport.catalog.Events;
import io.callport.catalog.Queries;
import io.callport.event.EventType;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's example is compiled and runs, and its lists are complete. */
class ReadmeTest {
    private final String readme = read("README.md");

    @Test
    void showsTheExampleThatIsCompiledHere() {
        assertThat(missing(readme, read("testing/demo/src/test/java/com/example/NumberPoolExample.java")))
                .as("README.md, its Java example")
                .isEmpty();
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
        assertThat(rowsWithout(readme)).as("README.md, the queries").isEmpty();
        assertThat(EnumSet.allOf(Reason.class).stream()
                        .map(Reason::code)
                        .filter(code -> !readme.contains("`" + code + "`")))
                .as("README.md, the reasons")
                .isEmpty();
    }

    @Test
    void theVendorsDocumentHasARowForEveryQueryAndSaysWhatIsUnknown() {
        String vendors = read("docs/vendors.md");
        assertThat(rowsWithout(vendors)).as("docs/vendors.md, the queries").isEmpty();
        assertThat(vendors.lines().filter(line -> line.startsWith("| 7moor `POST") || line.contains(" `POST /")))
                .allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSize(7));
    }

    @Test
    void listsEveryEventAndSoDoesTheVendorsDocument() {
        for (EventType<?> event : Events.ALL) {
            assertThat(readme).contains("| `" + event.name() + "` |");
            assertThat(read("docs/vendors.md")).contains(" | `" + event.name() + "` |");
        }
    }

    @ParameterizedTest
    @CsvSource({"docs/adding-a-query.md, 8", "docs/adding-an-event.md, 7"})
    void theCodeThatADocumentShowsIsTheCode(String document, int pieces) {
        Matcher piece = Pattern.compile("`([\\w/-]+\\.java)`\\s+```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(read(document));
        int shown = 0;
        while (piece.find()) {
            assertThat(missing(read(piece.group(1)), piece.group(2)))
                    .as("%s shows what %s lacks", document, piece.group(1))
                    .isEmpty();
            shown++;
        }
        assertThat(shown).isEqualTo(pieces);
    }

    @Test
    void namesEveryDocument() throws IOException {
        try (Stream<Path> documents = Files.list(root().resolve("docs"))) {
            assertThat(documents)
                    .hasSizeGreaterThan(5)
                    .map(document -> "docs/" + document.getFileName())
                    .filteredOn(document -> !readme.contains(document))
                    .as("README.md, the documents")
                    .isEmpty();
        }
    }

    @Test
    void theBuildTakesTheSameTimeInBothDocuments() {
        List<List<String>> times = Stream.of(readme, read("CONTRIBUTING.md"))
                .map(document -> Pattern.compile("about \\w+ minutes")
                        .matcher(document)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .toList();
        assertThat(times.get(0)).hasSize(1).isEqualTo(times.get(1));
    }

    @Test
    void aFailureShowsTheMissingLineAlone() {
        String text = "one\n  two\nthree\n";
        assertThat(missing(text, "two\nthree")).isEmpty();
        assertThat(missing(text, "two\nfour")).containsExactly("four");
        assertThat(missing(text, "three\ntwo")).containsExactly("(these lines, one after the other)", "three", "two");
    }

    /** The rows of queries that a document's tables lack. */
    private static List<String> rowsWithout(String document) {
        return Queries.ALL.stream()
                .map(type -> "| `" + type.name() + "` |")
                .filter(row -> !document.contains(row))
                .toList();
    }

    /** The lines of a passage that a text lacks; the whole passage where the text has its lines elsewhere. */
    private static List<String> missing(String text, String passage) {
        if (text.contains(passage.strip())) {
            return List.of();
        }
        List<String> lines = passage.strip().lines().toList();
        List<String> absent =
                lines.stream().filter(line -> !text.contains(line)).toList();
        return absent.isEmpty()
                ? Stream.concat(Stream.of("(these lines, one after the other)"), lines.stream())
                        .toList()
                : absent;
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
