package io.callport.observability.tracing;

import io.callport.catalog.Queries;
import io.callport.query.ShortText;
import io.callport.switchboard.Request;
import io.micrometer.common.KeyValues;

/** The keys that observations share; metrics use the same names for the same keys. */
final class ObservationKeys {
    static final String VENDOR = "vendor";
    static final String QUERY = "query";
    static final String OUTCOME = "outcome";
    static final String ACCOUNT = "account";
    static final String COMMAND = "command.id";

    private static final int MAX_TEXT_LENGTH = 256;

    private ObservationKeys() {}

    /** The keys of messaging, with OpenTelemetry's names. */
    static KeyValues ofMessages(String operation, String topic) {
        return KeyValues.of(
                "messaging.system",
                "kafka",
                "messaging.operation.type",
                operation,
                "messaging.destination.name",
                topic);
    }

    static KeyValues ofCommand(CommandObservationContext command) {
        return KeyValues.of(VENDOR, command.vendor(), QUERY, command.query(), OUTCOME, command.outcome());
    }

    static KeyValues named(CommandObservationContext command) {
        return KeyValues.of(ACCOUNT, shortened(command.account().toString()), COMMAND, shortened(command.commandId()));
    }

    static String query(Request request) {
        return Queries.nameOf(request.query());
    }

    /** A text of publishers or vendors, cut to what a key of an observation holds. */
    static String shortened(String text) {
        return ShortText.of(text, MAX_TEXT_LENGTH);
    }
}
