package io.callport.kafka.message;

import io.callport.catalog.Queries;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The headers of a result: CloudEvents in binary mode, then what is echoed. */
final class ResultHeaders {
    private final String source;

    private ResultHeaders(String source) {
        this.source = source;
    }

    /** With the group in the event's source, which is a URI: what it cannot hold is percent-encoded. */
    static ResultHeaders ofGroup(String group) {
        try {
            return new ResultHeaders(new URI(null, null, "/callport/" + group, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("group.id: cannot be part of a URI; use letters, digits and hyphens", e);
        }
    }

    List<RecordHeader> of(Envelope command, String kind, Instant now) {
        List<RecordHeader> headers = new ArrayList<>();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", command.id.event());
        add(headers, "ce_source", source);
        add(headers, "ce_type", type(command.query(), kind));
        add(headers, "ce_subject", command.account().toString());
        add(headers, "ce_time", now.toString());
        add(headers, "ce_causationid", command.commandId());
        add(headers, "content-type", "application/json");
        headers.addAll(command.echo);
        return headers;
    }

    private static String type(String query, String kind) {
        boolean known = Queries.named(query).isPresent();
        return "io.callport." + (known ? query + "." : "") + kind + ".v1";
    }

    private static void add(List<RecordHeader> headers, String name, String value) {
        headers.add(RecordHeader.of(name, value));
    }
}
