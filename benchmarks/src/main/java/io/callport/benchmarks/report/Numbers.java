package io.callport.benchmarks.report;

import java.util.Locale;

/** Formats numbers for people, with three or four significant digits. */
public final class Numbers {
    private Numbers() {}

    /** Formats a number, as in {@code 12,345}, {@code 123}, {@code 12.3}, {@code 1.23} and {@code 0.012}. */
    public static String text(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || value == Math.rint(value)
                ? "%,.0f"
                : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
