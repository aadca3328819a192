package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetter;
import io.callport.kafka.admin.DeadLetterPage;
import io.callport.tools.shell.SafeText;
import io.callport.tools.shell.TextColumns;
import java.util.ArrayList;
import java.util.List;

/** Writes dead letters for people: for each letter a line in columns, then the letter's reason and value. */
final class DeadLetterTable {
    private static final int KEY = 60;
    private static final int TEXT = 160;
    private static final List<String> HEAD = List.of("AT", "TIME", "FIRST AT", "TIMES", "BYTES", "KEY");

    private DeadLetterTable() {}

    static List<String> lines(List<DeadLetterPage.Entry> letters) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        letters.forEach(letter -> rows.add(row(letter)));
        boolean oneGroup =
                letters.stream().map(it -> it.letter().group()).distinct().count() <= 1;
        List<String> aligned = TextColumns.lines(rows);
        List<String> lines = new ArrayList<>(aligned.subList(0, 1));
        for (int i = 0; i < letters.size(); i++) {
            lines.add(aligned.get(i + 1));
            DeadLetter letter = letters.get(i).letter();
            if (!oneGroup) {
                lines.add("    group  " + SafeText.safe(letter.group(), TEXT));
            }
            lines.add("    why    " + SafeText.safe(letter.reason(), TEXT));
            lines.add("    value  " + value(letter));
        }
        return lines;
    }

    private static List<String> row(DeadLetterPage.Entry listed) {
        DeadLetter letter = listed.letter();
        return List.of(
                letter.position().toString(),
                letter.time().toString(),
                letter.identity().isEmpty() ? "(unknown)" : letter.identity(),
                String.valueOf(letter.deadLetterCount()),
                String.valueOf(listed.valueBytes()),
                SafeValues.beginning(letter.key(), KEY));
    }

    private static String value(DeadLetter letter) {
        if (letter.valueIsLost()) {
            return "(too large to be kept: " + SafeText.safe(letter.lostLength(), TEXT) + " bytes, SHA-256 "
                    + SafeText.safe(letter.lostSha256(), TEXT) + ")";
        }
        return SafeValues.beginning(letter.value(), TEXT);
    }
}
