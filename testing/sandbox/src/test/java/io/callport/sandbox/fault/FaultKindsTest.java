package io.callport.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of faults in {@code docs/operations.md}. */
class FaultKindsTest {
    private static final String HEADER = "| fault | its fields beside `millis`, a delay | what the vendor does |";
    private static final Pattern CODE = Pattern.compile("`([\\w-]+)`");

    @Test
    void theDocumentListsEveryKindAndEveryField() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../../docs/operations.md"));
        List<String[]> rows = lines.stream()
                .skip(lines.indexOf(HEADER) + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();

        assertThat(rows).flatExtracting(row -> codes(row[1])).containsExactlyInAnyOrderElementsOf(labels());
        for (String[] row : rows) {
            for (String label : codes(row[1])) {
                Set<String> fields = Set.copyOf(FaultKind.labelled(label).fieldNames());
                assertThat(codes(row[2] + " `millis`")).as(label).containsAll(fields);
            }
        }
    }

    private static List<String> labels() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::label).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }
}
