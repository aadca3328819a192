package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetter;
import io.callport.kafka.admin.DeadLetterPage;
import io.callport.tools.shell.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Dead letters for people: an aligned line each, then why and what. */
final class LetterTable {
    private static final int KEY = 60;
    private static final int TEXT = 160;
    private static final List<String> HEAD = List.of("AT", "TIME", "FIRST AT", "DEATHS", "BYTES", "KEY");

    private LetterTable() {}

    static List<String> lines(List<DeadLetterPage.Entry> letters) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        letters.forEach(letter -> rows.add(row(letter)));
        boolean oneGroup =
                letters.stream().map(it -> it.letter().group()).distinct().count() <= 1;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(aligned(rows.get(i), rows));
            if (i > 0) {
                if (!oneGroup) {
                    lines.add("    group  "
                            + SafeText.safe(letters.get(i - 1).letter().group(), TEXT));
                }
                lines.add("    why    "
                        + SafeText.safe(letters.get(i - 1).letter().reason(), TEXT));
                lines.add("    value  " + value(letters.get(i - 1)));
            }
        }
        return lines;
    }

    private static List<String> row(DeadLetterPage.Entry listed) {
        DeadLetter letter = listed.letter();
        return List.of(
                letter.position().toString(),
                letter.time().toString(),
                letter.identity().isEmpty() ? "(unknown)" : letter.identity(),
                String.valueOf(letter.deaths()),
                String.valueOf(listed.valueBytes()),
                Shown.beginning(letter.key(), KEY));
    }

    private static String value(DeadLetterPage.Entry listed) {
        DeadLetter letter = listed.letter();
        if (letter.valueIsLost()) {
            return "(too large to be kept: " + SafeText.safe(letter.lostLength(), TEXT) + " bytes, SHA-256 "
                    + SafeText.safe(letter.lostSha256(), TEXT) + ")";
        }
        return Shown.beginning(letter.value(), TEXT);
    }

    private static String aligned(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size() - 1; column++) {
            int at = column;
            int width = rows.stream().mapToInt(it -> it.get(at).length()).max().orElse(0);
            line.append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length() + 2));
        }
        return line.append(row.get(row.size() - 1)).toString();
    }
}
