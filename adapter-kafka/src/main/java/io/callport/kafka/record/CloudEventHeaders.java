package io.callport.kafka.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the headers of CloudEvents in binary mode, for the messages of one source. Thread-safe. */
public final class CloudEventHeaders {
    private static final RecordHeader SPEC_VERSION = RecordHeader.of("ce_specversion", "1.0");
    private static final RecordHeader CONTENT_TYPE = RecordHeader.of("content-type", "application/json");

    private final RecordHeader source;
    private volatile Time last = new Time(Instant.EPOCH);

    /** A time as a header: many messages have the same time. */
    private record Time(Instant time, RecordHeader header) {
        Time(Instant time) {
            this(time, RecordHeader.of("ce_time", time.toString()));
        }
    }

    /**
     * Makes the headers of a source.
     *
     * @param path the source, a path as in {@code /callport/crm}; what no URI may hold is percent-encoded
     * @throws IllegalArgumentException if the path cannot be a URI
     */
    public CloudEventHeaders(String path) {
        try {
            this.source = RecordHeader.of("ce_source", new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("source: cannot be a URI; use letters, digits and hyphens", e);
        }
    }

    /**
     * The headers of a message.
     *
     * @param type the type without the prefix of Callport's types, as in {@code refusal.v1}
     * @param extensions the headers of extension attributes
     */
    public List<RecordHeader> of(String id, String type, String subject, Instant time, List<RecordHeader> extensions) {
        List<RecordHeader> headers = new ArrayList<>();
        headers.add(SPEC_VERSION);
        headers.add(RecordHeader.of("ce_id", id));
        headers.add(source);
        headers.add(RecordHeader.of("ce_type", "io.callport." + type));
        headers.add(RecordHeader.of("ce_subject", subject));
        headers.add(time(time));
        headers.addAll(extensions);
        headers.add(CONTENT_TYPE);
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
}
