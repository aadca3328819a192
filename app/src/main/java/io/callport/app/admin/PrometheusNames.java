package io.callport.app.admin;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Arrays;
import java.util.List;

/**
 * Makes others' metrics what {@code promtool check metrics} accepts, with {@link CountNames}: what is not in base units is left
 * out, and what says nothing of itself gets a word. Changes no name: Kafka's metrics would be bound again and again.
 */
final class PrometheusNames implements MeterFilter {
    private static final List<String> NO_BASE_UNITS = List.of("ns", "ms");

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
}
