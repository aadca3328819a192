package io.callport.kafka.admin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a dead letter on the dead letters' topic.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record DeadLetterPosition(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,18})");

    /**
     * Reads a position in the form {@code partition/offset}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static DeadLetterPosition parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be PARTITION/OFFSET, as in 0/17");
        }
        return new DeadLetterPosition(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return partition + "/" + offset;
    }
}
