package io.callport.kafka.message;

import io.callport.query.Query;
import io.callport.query.QueryFailure;
import java.time.Instant;

/** What a record turned out to be. */
public sealed interface Reading {
    /** Turns every case into one value. */
    <R> R fold(Cases<R> cases);

    /** One method per case. */
    interface Cases<R> {
        /** A command that is at home and can be asked until its deadline. */
        R ask(Envelope command, Query<?, ?> query, Instant deadline);

        /** A command that is refused as it is. */
        R refuse(Envelope command, QueryFailure failure);

        /** A command that is elsewhere and goes to its home. */
        R travel(Envelope command, OutboundRecord home);

        /** No command. */
        R deadLetter(String why);
    }

    /** {@link Cases#ask}. */
    record Ask(Envelope command, Query<?, ?> query, Instant deadline) implements Reading {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ask(command, query, deadline);
        }
    }

    /** {@link Cases#refuse}. */
    record Refuse(Envelope command, QueryFailure failure) implements Reading {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refuse(command, failure);
        }
    }

    /** {@link Cases#travel}. */
    record Travel(Envelope command, OutboundRecord home) implements Reading {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.travel(command, home);
        }
    }

    /** {@link Cases#deadLetter}. */
    record DeadLetter(String why) implements Reading {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.deadLetter(why);
        }
    }
}
