package io.callport.app.admin;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Arrays;
import java.util.List;

/**
 * Makes others' metrics what {@code promtool check metrics} accepts: what is not in base units is left out, what only looks
 * like a part of a histogram gets another name, and what says nothing of itself gets a word.
 */
final class PrometheusNames implements MeterFilter {
    private static final List<String> NO_BASE_UNITS = List.of("ns", "ms");
    private static final String COUNT = ".count";

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean refused = Arrays.stream(id.getName().split("\\.", -1)).anyMatch(NO_BASE_UNITS::contains)
                || "ns".equals(id.getBaseUnit());
        return refused ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String name = id.getName().endsWith(COUNT)
                ? id.getName().substring(0, id.getName().length() - COUNT.length()) + "s"
                : id.getName();
        String about = id.getDescription();
        String description = about == null || about.isBlank() ? "See " + id.getName() : about;
        return new Meter.Id(name, Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), description, id.getType());
    }
}
