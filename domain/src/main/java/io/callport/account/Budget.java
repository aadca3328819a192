package io.callport.account;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of requests that an account may make in any window of a given length, written {@code N/W}: {@code 20/PT1M}
 * for 7moor (account limit, 账户限流, 20次/分, developer.7moor.com/v7/number-management).
 *
 * @param requests the most requests in a window: 1 to 1,000,000; {@link #UNLIMITED} has none
 * @param window the length of the sliding window: 1 ms to 1 day
 */
public record Budget(int requests, Duration window) {
    /** No limit: every request may start at once. Written {@code none}. */
    public static final Budget UNLIMITED = new Budget(Integer.MAX_VALUE, Duration.ofMillis(1));

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(.+)");
    private static final int MAX_REQUESTS = 1_000_000;

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public Budget {
        boolean counted = requests >= 1 && requests <= MAX_REQUESTS;
        if (!counted && requests != Integer.MAX_VALUE) {
            throw new IllegalArgumentException("budget: the requests before '/' must be 1 to 1000000");
        }
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("budget: the window after '/' must be PT0.001S to P1D");
        }
    }

    /**
     * Reads {@code N/W}, as in {@code 20/1m} or {@code 20/PT1M}, or {@code none}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Budget parse(String text) {
        if (text.equals("none")) {
            return UNLIMITED;
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("budget: must be N/W, as in 20/1m, or none");
        }
        return new Budget(Integer.parseInt(parts.group(1)), window(parts.group(2)));
    }

    private static Duration window(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("budget: the window after '/' " + e.getMessage(), e);
        }
    }

    /** Whether requests are counted at all. */
    public boolean limited() {
        return requests != Integer.MAX_VALUE;
    }

    /** The budget as it is written in the configuration. */
    @Override
    public String toString() {
        return limited() ? requests + "/" + window : "none";
    }
}
