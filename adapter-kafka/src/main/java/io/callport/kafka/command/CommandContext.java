package io.callport.kafka.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command's result needs to know of it: identity, addressee and echoes. Immutable. It waits with the command, so it
 * holds nothing else of the record.
 */
public final class CommandContext {
    public final CommandId id;
    public final JsonNode params;
    public final Destination destination;
    public final List<RecordHeader> echo;
    private final String query;
    private final Account account;
    private final Instant timestamp;

    CommandContext(
            CommandBody body, CommandId id, Destination destination, List<RecordHeader> echo, Instant timestamp) {
        this.id = id;
        this.query = body.query();
        this.account = body.account();
        this.params = body.params();
        this.destination = destination;
        this.echo = echo;
        this.timestamp = timestamp;
    }

    private CommandContext(CommandContext other, Destination destination, List<RecordHeader> echo) {
        this.id = other.id;
        this.query = other.query;
        this.account = other.account;
        this.params = other.params;
        this.destination = destination;
        this.echo = echo;
        this.timestamp = other.timestamp;
    }

    /** The same, whose result goes to the results topic, whatever was asked for. */
    public CommandContext withoutReply() {
        return new CommandContext(this, destination.withoutReply(), echo);
    }

    /** The same, whose result carries the context of another trace than the command, if there is one. */
    public CommandContext traced(Map<String, String> context) {
        return context.isEmpty() ? this : new CommandContext(this, destination, Echo.traced(echo, context));
    }

    /** A header of its record that may belong to a trace, or the attribute of its event; {@code null} for none. */
    public @Nullable String traceHeader(String name, InboundRecord record) {
        return Echo.text(echo, name, record);
    }

    /** Whom to ask. */
    public Account account() {
        return account;
    }

    /** The query's name, whatever it is. */
    public String query() {
        return query;
    }

    /** The publisher's id of the command, or else {@code topic/partition/offset} of its first record. */
    public String commandId() {
        return id.text();
    }

    /** The record's timestamp; a missing or future one counts as when it was read. */
    public Instant timestamp() {
        return timestamp;
    }
}
