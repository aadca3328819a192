package io.callport.kafka.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import java.time.Instant;
import java.util.List;

/**
 * What a command's result needs to know of it: identity, addressee and echoes. Immutable.
 */
public final class Envelope {
    final CommandBody body;
    final String commandId;
    final String eventId;
    final Destination destination;
    final List<RecordHeader> echo;
    private final Instant timestamp;

    Envelope(CommandBody body, Identity identity, Destination destination, List<RecordHeader> echo, Instant timestamp) {
        this.body = body;
        this.commandId = identity.commandId;
        this.eventId = identity.eventId;
        this.destination = destination;
        this.echo = echo;
        this.timestamp = timestamp;
    }

    /**
     * Who a command is.
     *
     * @param commandId the publisher's id, or else the event's
     * @param eventId where it was first published
     */
    record Identity(String commandId, String eventId) {}

    /** Whom to ask. */
    public Account account() {
        return body.account();
    }

    /** The query's name, whatever it is. */
    public String query() {
        return body.query();
    }

    /** The publisher's id of the command, or else {@code topic/partition/offset} of its first record. */
    public String commandId() {
        return commandId;
    }

    /** The record's timestamp; a missing or future one counts as when it was read. */
    public Instant timestamp() {
        return timestamp;
    }

    JsonNode params() {
        return body.json().path("params");
    }
}
