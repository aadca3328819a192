package io.callport.observability.tracing;

import io.callport.query.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an observation in one word: {@code answered}, the reason of a refusal, or one of the constants below.
 */
final class Outcomes {
    static final String ANSWERED = "answered";

    /** The outcome while the observation goes on. */
    static final String NONE = "none";

    /** The outcome of a command whose partition now belongs to another instance, which answers the command. */
    static final String HANDED_OVER = "handed-over";

    private Outcomes() {}

    static String of(@Nullable Reason refused) {
        return refused == null ? ANSWERED : refused.code();
    }
}
