package io.callport.benchmarks.report;

import java.util.List;

/**
 * The report of one row.
 *
 * @param id the row's name, as in {@code B3}
 * @param title the row's subject
 * @param figures the figures of every contender, in reading order
 * @param verdicts the verdicts on the row's goals; empty if the row has no goal
 * @param notes the explanations that a reader of the figures needs
 * @param broken the reason of the failure; empty if the row did not fail
 */
public record ComparisonReport(
        String id, String title, List<Figure> figures, List<Verdict> verdicts, List<String> notes, String broken) {
    public ComparisonReport {
        figures = List.copyOf(figures);
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }

    /** Makes the report of a row that was measured. */
    public ComparisonReport(String id, String title, List<Figure> figures, List<Verdict> verdicts, List<String> notes) {
        this(id, title, figures, verdicts, notes, "");
    }

    /** Makes the report of a row that failed, with the reason. */
    public static ComparisonReport broken(String id, String title, String why) {
        return new ComparisonReport(id, title, List.of(), List.of(), List.of(), why);
    }

    /** The figures as a table, the verdicts, the notes; each line ends with a newline. */
    public String text() {
        StringBuilder text = new StringBuilder("\n" + id + "  " + title + "\n\n");
        if (!broken.isEmpty()) {
            return text.append("BROKE    ").append(broken).append('\n').toString();
        }
        Table table = new Table("contender", "what", "median", "least", "most", "unit");
        for (Figure figure : figures) {
            Samples samples = figure.samples();
            table.row(
                    figure.contender(),
                    figure.metric().name(),
                    Numbers.text(samples.median()),
                    Numbers.text(samples.least()),
                    Numbers.text(samples.most()),
                    figure.metric().unit());
        }
        text.append(table).append('\n');
        verdicts.forEach(verdict -> text.append(verdict.line()).append('\n'));
        notes.forEach(note -> text.append("note     ").append(note).append('\n'));
        return text.toString();
    }
}
