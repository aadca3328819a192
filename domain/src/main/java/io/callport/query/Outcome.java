package io.callport.query;

import java.util.function.Function;

/** How a request or a command ended: with an answer, or with a failure. */
public sealed interface Outcome {
    /** Turns either case into one value. */
    <R> R fold(Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed);

    /** With an answer. */
    record Answered(Answer answer) implements Outcome {
        @Override
        public <R> R fold(
                Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed) {
            return answered.apply(answer);
        }
    }

    /** Without one. */
    record Failed(QueryFailure failure) implements Outcome {
        @Override
        public <R> R fold(
                Function<? super Answer, ? extends R> answered, Function<? super QueryFailure, ? extends R> failed) {
            return failed.apply(failure);
        }
    }
}
