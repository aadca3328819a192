package io.callport.kafka.command;

import io.callport.kafka.record.OutboundRecord;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What a record of a command topic turned out to be. */
public sealed interface CommandReading {
    /** Calls the one function that fits. */
    void match(
            Consumer<Accepted> accepted,
            Consumer<Refused> refused,
            Consumer<Misrouted> misrouted,
            Consumer<NoCommand> noCommand);

    /**
     * A command that is at its home and may be asked.
     *
     * @param deadline when it must have its result
     * @param maxAge how old an answer may be that was asked for before
     */
    record Accepted(CommandContext command, Query<?, ?> query, Instant deadline, Duration maxAge)
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
    record Refused(CommandContext command, QueryFailure failure) implements CommandReading {
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
     * @param home the same command, as it is published at its home
     */
    record Misrouted(CommandContext command, OutboundRecord home) implements CommandReading {
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
     * @param why what is wrong with it, and what a command needs
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
