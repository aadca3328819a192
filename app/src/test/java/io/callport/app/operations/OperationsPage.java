package io.callport.app.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The text of {@code docs/operations.md}, and its tables. */
final class OperationsPage {
    private final List<String> lines;

    private OperationsPage(List<String> lines) {
        this.lines = lines;
    }

    /** A line of the table of metrics. */
    record Row(String name, String type, Set<String> labels) {}

    static OperationsPage read() {
        try {
            return new OperationsPage(Files.readAllLines(Path.of("../docs/operations.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The anchors of the page's headings. */
    Set<String> anchors() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", ""))
                .map(line -> line.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The table of metrics. */
    List<Row> metrics() {
        return lines.stream()
                .filter(line -> line.startsWith("| `callport_"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].replace("`", "").strip(), cells[2].strip(), labels(cells[4])))
                .toList();
    }

    /** The first column of the table of reasons for not being ready. */
    List<String> reasons() {
        int header = lines.indexOf("| reason, as it begins | what it is | what to do |");
        return lines.stream()
                .skip(header + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();
    }

    private static Set<String> labels(String cell) {
        return Arrays.stream(cell.replace("`", "").split(",", -1))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
