package io.callport.kafka.command;

import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
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
            Consumer<NoCommand> noCommand,
            Consumer<OriginKeyMissing> originKeyMissing);

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
                Consumer<NoCommand> noCommand,
                Consumer<OriginKeyMissing> originKeyMissing) {
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
                Consumer<NoCommand> noCommand,
                Consumer<OriginKeyMissing> originKeyMissing) {
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
                Consumer<NoCommand> noCommand,
                Consumer<OriginKeyMissing> originKeyMissing) {
            misrouted.accept(this);
        }
    }

    /**
     * A record that is no command.
     *
     * @param why the fault of the record, and the needs of a command
     * @param origin the place where the record was first published
     * @param tag the header that proves this where the record is published again
     */
    record NoCommand(String why, Origin origin, RecordHeader tag) implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand,
                Consumer<OriginKeyMissing> originKeyMissing) {
            noCommand.accept(this);
        }
    }

    /**
     * A record that can be read once the origin key of a topic is known: it has a tag to check, or goes on with a tag.
     *
     * @param commandTopic the command topic whose origin key is not known yet
     */
    record OriginKeyMissing(String commandTopic) implements CommandReading {
        @Override
        public void match(
                Consumer<Accepted> accepted,
                Consumer<Refused> refused,
                Consumer<Misrouted> misrouted,
                Consumer<NoCommand> noCommand,
                Consumer<OriginKeyMissing> originKeyMissing) {
            originKeyMissing.accept(this);
        }
    }
}
