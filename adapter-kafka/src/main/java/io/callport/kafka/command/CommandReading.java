package io.callport.kafka.command;

import io.callport.kafka.record.OutboundRecord;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The result of reading a record of a command topic. */
public sealed interface CommandReading {
    /** Calls the consumer that fits this reading. */
    void match(
            Consumer<Accepted> accepted,
            Consumer<Refused> refused,
            Consumer<Misrouted> misrouted,
            Consumer<NoCommand> noCommand);

    /**
     * A command that is at its home and may be processed.
     *
     * @param deadline the time by which the command must have its result
     * @param maxAge the greatest age of an earlier request's answer that the command accepts
     * @param weight the bytes that the command takes while it waits
     */
    record Accepted(CommandContext context, Query<?, ?> query, Instant deadline, Duration maxAge, long weight)
            implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand) {
            accepted.accept(this);
        }
    }

    /** A command that is refused as it is. */
    record Refused(CommandContext context, QueryFailure failure) implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand) {
            refused.accept(this);
        }
    }

    /**
     * A command that is not at its home.
     *
     * @param rerouted the record to publish at the command's home
     */
    record Misrouted(CommandContext context, OutboundRecord rerouted) implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand) {
            misrouted.accept(this);
        }
    }

    /**
     * A record that is no command.
     *
     * @param why the fault of the record, and the needs of a command
     */
    record NoCommand(String why) implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand) {
            noCommand.accept(this);
        }
    }
}
