package io.callport.tools.shell;

import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Arranges text in columns, for fonts of one width. */
public final class TextColumns {
    private static final int GAP = 2;

    private TextColumns() {}

    /**
     * One line for each row; each column is as wide as its longest text. All rows must have as many texts as the first
     * row.
     */
    public static List<String> lines(List<List<String>> rows) {
        Column[] columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> column(rows, column))
                .toArray(Column[]::new);
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        table.setAdjustLineBreaksForWideCJKCharacters(false); // nothing is broken, and widths are counted in characters
        rows.forEach(
                row -> table.addRowValues(row.stream().map(TextColumns::plain).toArray(Ansi.Text[]::new)));
        return table.toString().lines().toList();
    }

    private static Column column(List<List<String>> rows, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return new Column(width + GAP, 0, Column.Overflow.TRUNCATE);
    }

    /**
     * A text unchanged: picocli would read {@code @|…|@} as markup, so the characters after an {@code @} become a text
     * of their own.
     */
    private static Ansi.Text plain(String text) {
        Ansi.Text plain = Ansi.OFF.text("");
        for (String part : text.split("(?<=@)", -1)) {
            plain = plain.concat(part);
        }
        return plain;
    }
}
