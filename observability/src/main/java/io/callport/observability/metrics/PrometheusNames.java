package io.callport.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the metrics of other libraries so that {@code promtool check metrics} accepts them: drops metrics that are not
 * in base units, renames metrics that only look like a part of a histogram, and adds missing descriptions.
 */
final class PrometheusNames implements MeterFilter {
    private static final List<String> NO_BASE_UNITS = List.of("ns", "ms");
    private static final NamingConvention PROMETHEUS = new PrometheusNamingConvention();
    private static final String COUNT = ".count";

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean refused = Arrays.stream(id.getName().split("\\.", -1)).anyMatch(NO_BASE_UNITS::contains)
                || "ns".equals(id.getBaseUnit());
        return refused ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String about = id.getDescription();
        String description = about == null || about.isBlank() ? "See " + id.getName() : about;
        return new Meter.Id(id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), description, id.getType());
    }

    /** Applies the filter and the naming convention to all meters that are registered later. */
    static void applyTo(MeterRegistry registry) {
        registry.config().meterFilter(new PrometheusNames()).namingConvention(new PrometheusNaming());
    }

    /**
     * Renames counts for Prometheus only. This is a naming convention and not a filter, because binders look for their
     * meters under the names that they gave.
     */
    private record PrometheusNaming() implements NamingConvention {
        @Override
        public String name(String name, Meter.Type type, @Nullable String baseUnit) {
            String shown = name.endsWith(COUNT) ? name.substring(0, name.length() - COUNT.length()) + "s" : name;
            return PROMETHEUS.name(shown, type, baseUnit);
        }

        @Override
        public String tagKey(String key) {
            return PROMETHEUS.tagKey(key);
        }

        @Override
        public String tagValue(String value) {
            return PROMETHEUS.tagValue(value);
        }
    }
}
