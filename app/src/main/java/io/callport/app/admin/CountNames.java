package io.callport.app.admin;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.jspecify.annotations.Nullable;

/**
 * Gives what only looks like a part of a histogram, {@code connection.count}, another name, {@code connections}, as it is written:
 * in the registry it keeps its own, by which Kafka's metrics look for what they have bound already.
 */
final class CountNames implements NamingConvention {
    private static final String COUNT = ".count";

    private final NamingConvention prometheus = new PrometheusNamingConvention();

    @Override
    public String name(String name, Meter.Type type, @Nullable String baseUnit) {
        String written = name.endsWith(COUNT) ? name.substring(0, name.length() - COUNT.length()) + "s" : name;
        return prometheus.name(written, type, baseUnit);
    }

    @Override
    public String tagKey(String key) {
        return prometheus.tagKey(key);
    }

    @Override
    public String tagValue(String value) {
        return prometheus.tagValue(value);
    }
}
