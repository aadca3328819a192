package io.callport.kafka.command;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a command that its result needs. The context waits with the command, so it holds nothing else of the
 * record.
 *
 * @param id the command's identity
 * @param query the query's name, whether there is such a query or not
 * @param account the account of the command
 * @param params the query's parameters, as JSON: a parsed value takes many times the bytes
 * @param destination the topic and partition of the result
 * @param echo the headers that the result carries back
 * @param timestamp the record's timestamp; a missing or future timestamp counts as the time of reading
 */
@SuppressWarnings("ArrayRecordComponent") // contexts are carried, never compared
public record CommandContext(
        CommandId id,
        String query,
        Account account,
        byte[] params,
        Destination destination,
        List<RecordHeader> echo,
        Instant timestamp) {
    private static final String NO_QUERY = "none";

    /**
     * The objects of a command that waits, its place in the switchboard and in its trace among them; measured, rounded
     * up.
     */
    private static final int OVERHEAD = 2_000;

    private static final int HEADER = 64;

    /** A copy whose result goes to the results topic, even if the command names a reply topic. */
    public CommandContext withoutReply() {
        return new CommandContext(id, query, account, params, destination.withoutReply(), echo, timestamp);
    }

    /** A copy whose result carries the context of another trace, if there is one. */
    public CommandContext traced(Map<String, String> context) {
        return context.isEmpty()
                ? this
                : new CommandContext(
                        id, query, account, params, destination, EchoedHeaders.traced(echo, context), timestamp);
    }

    /** The bytes that the context takes while its command waits. */
    long weight() {
        long weight = OVERHEAD
                + params.length
                + 2L * query.length()
                + 4L * commandId().length();
        for (RecordHeader header : echo) {
            byte[] value = header.value();
            weight += HEADER + 2L * header.name().length() + (value == null ? 0 : value.length);
        }
        return weight;
    }

    /** A header of the record that may belong to a trace, or the event's attribute; {@code null} for none. */
    public @Nullable String traceHeader(String name, InboundRecord record) {
        return EchoedHeaders.text(echo, name, record);
    }

    /** The query's name; {@code none} if no such query exists: a publisher's invention must be no metric's tag. */
    public String knownQuery() {
        return Queries.nameOr(query, NO_QUERY);
    }

    /** The publisher's id of the command, or else {@code topic/partition/offset} of its first record. */
    public String commandId() {
        return id.text();
    }
}
