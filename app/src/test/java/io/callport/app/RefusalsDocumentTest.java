package io.callport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operations.md states the meaning and the remedy of every reason, and of no other. */
class RefusalsDocumentTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\|.*");

    @Test
    void everyReasonHasItsRowWithNothingLeftEmpty() throws IOException {
        String document =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/operations.md"));
        String chapter = document.replaceFirst("(?s).*\n## Refusals\n(.*?)\n## .*", "$1");
        List<String> rows =
                chapter.lines().filter(line -> ROW.matcher(line).matches()).toList();

        assertThat(rows.stream().map(row -> ROW.matcher(row).replaceFirst("$1")))
                .containsExactlyElementsOf(
                        EnumSet.allOf(Reason.class).stream().map(Reason::code).toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split("\\|", -1))
                        .hasSize(7)
                        .noneMatch(cell -> cell.isBlank() && !cell.isEmpty()));
    }
}
