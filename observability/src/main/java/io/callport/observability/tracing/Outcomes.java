package io.callport.observability.tracing;

import io.callport.query.Reason;
import org.jspecify.annotations.Nullable;

/** How something ended, in one word: {@code answered}, a refusal's reason, or one of these. */
final class Outcomes {
    static final String ANSWERED = "answered";

    /** It has not ended. */
    static final String NONE = "none";

    /** Its partition is another instance's now, which answers it. */
    static final String HANDED_OVER = "handed-over";

    private Outcomes() {}

    static String of(@Nullable Reason refused) {
        return refused == null ? ANSWERED : refused.code();
    }
}
