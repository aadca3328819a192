package io.callport.kafka.command;

import io.callport.kafka.record.OutboundRecord;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import java.time.Duration;
import java.time.Instant;

/** What a record turned out to be. */
public sealed interface Reading {
    /** Calls the one method that fits. */
    void dispatch(Cases cases);

    /** One method per case. */
    interface Cases {
        /** A command that is at home and can be asked until its deadline, or answered by an answer of that age. */
        void ask(CommandContext command, Query<?, ?> query, Instant deadline, Duration maxAge);

        /** A command that is refused as it is. */
        void refuse(CommandContext command, QueryFailure failure);

        /** A command that is elsewhere and goes to its home. */
        void travel(CommandContext command, OutboundRecord home);

        /** No command. */
        void deadLetter(String why);
    }

    /** {@link Cases#ask}. */
    record Ask(CommandContext command, Query<?, ?> query, Instant deadline, Duration maxAge) implements Reading {
        @Override
        public void dispatch(Cases cases) {
            cases.ask(command, query, deadline, maxAge);
        }
    }

    /** {@link Cases#refuse}. */
    record Refuse(CommandContext command, QueryFailure failure) implements Reading {
        @Override
        public void dispatch(Cases cases) {
            cases.refuse(command, failure);
        }
    }

    /** {@link Cases#travel}. */
    record Travel(CommandContext command, OutboundRecord home) implements Reading {
        @Override
        public void dispatch(Cases cases) {
            cases.travel(command, home);
        }
    }

    /** {@link Cases#deadLetter}. */
    record DeadLetter(String why) implements Reading {
        @Override
        public void dispatch(Cases cases) {
            cases.deadLetter(why);
        }
    }
}
