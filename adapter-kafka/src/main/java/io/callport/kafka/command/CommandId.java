package io.callport.kafka.command;

import io.callport.kafka.record.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a command.
 *
 * @param text the publisher's id, or else the position where the command was first published
 * @param event the id of its result's event: the position where the command was first published
 * @param problem why the publisher's id is invalid and does not count; {@code null} if it is valid
 */
public record CommandId(String text, String event, @Nullable String problem) {
    private static final int MAX_LENGTH = 1_024;

    /** Reads the publisher's id from the header, or else from the body. */
    static CommandId of(CommandBody body, EventAttributes attributes, Origin origin) {
        String position = origin.position();
        try {
            String header = attributes.values().getOrDefault("id", "");
            String id = header.isEmpty() ? body.text("id") : header;
            return new CommandId(id == null || id.isEmpty() ? position : checked(id), position, null);
        } catch (InvalidCommandException e) {
            return new CommandId(position, position, e.detail());
        }
    }

    private static String checked(String id) throws InvalidCommandException {
        if (id.length() > MAX_LENGTH) {
            throw new InvalidCommandException(
                    "id: must have at most " + MAX_LENGTH + " characters, but has " + id.length());
        }
        if (!isAttribute(id)) {
            throw new InvalidCommandException("id: must be text without control characters and broken surrogate pairs");
        }
        return id;
    }

    /**
     * Whether text may be an attribute of an event (CloudEvents 1.0, section 2.3): no control characters, no broken
     * surrogate pairs.
     */
    static boolean isAttribute(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
