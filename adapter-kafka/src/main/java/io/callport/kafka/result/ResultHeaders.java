package io.callport.kafka.result;

import io.callport.catalog.Queries;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.record.CloudEventHeaders;
import io.callport.kafka.record.RecordHeader;
import java.time.Instant;
import java.util.List;

/** Writes the headers of a result: CloudEvents in binary mode, then the echoed headers. Thread-safe. */
final class ResultHeaders {
    private final CloudEventHeaders headers;

    private ResultHeaders(CloudEventHeaders headers) {
        this.headers = headers;
    }

    /**
     * Makes the headers of a group's results. The event's source, a URI, holds the group, percent-encoded where it must
     * be.
     */
    static ResultHeaders ofGroup(String group) {
        try {
            return new ResultHeaders(new CloudEventHeaders("/callport/" + group));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("group.id: cannot be part of a URI; use letters, digits and hyphens", e);
        }
    }

    List<RecordHeader> of(CommandContext command, String kind, Instant now) {
        List<RecordHeader> all = headers.of(
                command.id().event(),
                type(command.query(), kind),
                command.account().toString(),
                now,
                List.of(RecordHeader.of("ce_causationid", command.commandId())));
        all.addAll(command.echo());
        return all;
    }

    private static String type(String query, String kind) {
        String prefix = Queries.named(query).map(known -> known.name() + ".").orElse("");
        return prefix + kind + ".v1";
    }
}
