package io.callport.observability.tracing;

import io.callport.kafka.tracing.TracedCommand.Headers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a trace's context (www.w3.org/TR/trace-context). */
final class TraceHeaders {
    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    private static final int MAX_LENGTH = 512;
    private static final Pattern VALID_PARENT = Pattern.compile(
            "(?!ff|.{3}0{32}|.{36}0{16})[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}((?<!^00.{53})-[\\x21-\\x7e]*)?");
    private static final Pattern VALID_STATE = Pattern.compile("[\\x20-\\x7e]+");

    /**
     * The headers that name a trace and hold nothing else. Baggage is not among them, because an application can put
     * any text there.
     */
    private static final Set<String> IDS = Set.of(
            PARENT, STATE, "b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled", "x-b3-flags");

    private TraceHeaders() {}

    /** The trace context of a received command; empty if the command has no valid context. */
    static Map<String, String> of(Headers headers) {
        String parent = headers.get(PARENT);
        if (parent == null
                || parent.length() > MAX_LENGTH
                || !VALID_PARENT.matcher(parent).matches()) {
            return Map.of();
        }
        String state = headers.get(STATE);
        boolean stateToo = state != null
                && state.length() <= MAX_LENGTH
                && VALID_STATE.matcher(state).matches();
        return stateToo ? Map.of(PARENT, parent, STATE, state) : Map.of(PARENT, parent);
    }

    /** Whether a header may be shown to a vendor. */
    static boolean namesATrace(String name) {
        return IDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
