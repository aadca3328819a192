package io.callport.benchmarks.comparison;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * The scale of a measurement, and its progress output.
 *
 * @param scale the scale of the measurement
 * @param progress receives a line for each turn
 */
public record RunContext(Scale scale, Consumer<String> progress) {
    public void say(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
    }

    /** Chooses the value for this scale. */
    public <T> T pick(T full, T quick, T smoke) {
        return switch (scale) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }
}
