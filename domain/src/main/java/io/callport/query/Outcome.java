package io.callport.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The end of a request or a command: an answer or a failure. */
public sealed interface Outcome {
    /** The failure; {@code null} if there is an answer. */
    @Nullable
    QueryFailure failure();

    /** Turns either case into one value. */
    <R> R fold(Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed);

    /** An end with an answer. */
    record Answered(Answer answer) implements Outcome {
        @Override
        public @Nullable QueryFailure failure() {
            return null;
        }

        @Override
        public <R> R fold(
                Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed) {
            return answered.apply(answer);
        }
    }

    /** An end without an answer. */
    record Failed(QueryFailure failure) implements Outcome {
        @Override
        public <R> R fold(
                Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed) {
            return failed.apply(failure);
        }
    }
}
