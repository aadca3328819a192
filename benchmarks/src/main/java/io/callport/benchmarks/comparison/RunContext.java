package io.callport.benchmarks.comparison;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * How much is measured, and who is told how far it has come.
 *
 * @param scale how much
 * @param progress gets a line for each turn
 */
public record RunContext(Scale scale, Consumer<String> progress) {
    /** Tells how far it has come. */
    public void say(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
    }

    /** The one of three values that is for this scale. */
    public <T> T pick(T full, T quick, T smoke) {
        return switch (scale) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }
}
