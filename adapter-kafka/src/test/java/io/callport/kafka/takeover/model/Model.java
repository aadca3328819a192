package io.callport.kafka.takeover.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finite system of immutable states that compare by value. */
public interface Model<S> {
    S start();

    /** The same for states that differ only in names, so that one of them is explored. */
    default S canonical(S state) {
        return state;
    }

    /** Everything that may happen next; none where nothing is left to happen. */
    List<Step<S>> steps(S state);

    /** The promise that this state breaks, in words, or null. */
    @Nullable
    String brokenPromise(S state);

    /** Whether all work is done, or has stopped as promised. Ordinary steps must lead there from every state. */
    boolean isAtRest(S state);
}
