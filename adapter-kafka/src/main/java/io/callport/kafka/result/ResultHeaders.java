package io.callport.kafka.result;

import io.callport.catalog.Queries;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.record.RecordHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the headers of a result: CloudEvents in binary mode, then the echoed headers. Thread-safe. */
final class ResultHeaders {
    private static final RecordHeader SPEC_VERSION = RecordHeader.of("ce_specversion", "1.0");
    private static final RecordHeader CONTENT_TYPE = RecordHeader.of("content-type", "application/json");

    private final RecordHeader source;
    private volatile Time last = new Time(Instant.EPOCH);

    /** A time as a header: many results have the same time. */
    private record Time(Instant time, RecordHeader header) {
        Time(Instant time) {
            this(time, RecordHeader.of("ce_time", time.toString()));
        }
    }

    private ResultHeaders(String source) {
        this.source = RecordHeader.of("ce_source", source);
    }

    /**
     * Makes the headers of a group's results. The event's source, a URI, holds the group, percent-encoded where it must
     * be.
     */
    static ResultHeaders ofGroup(String group) {
        try {
            return new ResultHeaders(new URI(null, null, "/callport/" + group, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("group.id: cannot be part of a URI; use letters, digits and hyphens", e);
        }
    }

    List<RecordHeader> of(CommandContext command, String kind, Instant now) {
        List<RecordHeader> headers = new ArrayList<>();
        headers.add(SPEC_VERSION);
        headers.add(RecordHeader.of("ce_id", command.id().event()));
        headers.add(source);
        headers.add(RecordHeader.of("ce_type", type(command.query(), kind)));
        headers.add(RecordHeader.of("ce_subject", command.account().toString()));
        headers.add(time(now));
        headers.add(RecordHeader.of("ce_causationid", command.commandId()));
        headers.add(CONTENT_TYPE);
        headers.addAll(command.echo());
        return headers;
    }

    private RecordHeader time(Instant now) {
        Time known = last;
        if (!known.time.equals(now)) {
            known = new Time(now);
            last = known;
        }
        return known.header;
    }

    private static String type(String query, String kind) {
        String prefix = Queries.named(query).map(known -> known.name() + ".").orElse("");
        return "io.callport." + prefix + kind + ".v1";
    }
}
