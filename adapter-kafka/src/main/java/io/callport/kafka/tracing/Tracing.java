package io.callport.kafka.tracing;

import io.callport.switchboard.Request;
import java.util.List;

/**
 * Follows each command from its record through the requests that are made for it to its result. Implementations are
 * thread-safe and return at once; their exceptions are logged once and change nothing about a command.
 */
public interface Tracing {
    /** Follows nothing, and costs nothing. */
    Tracing NONE = new Tracing() {};

    /**
     * Reports that a command was read at its home. A command elsewhere is re-routed to its home with its headers, and
     * is read there.
     *
     * <p>Runs on the loop's thread, which works on many commands by turns: nothing may be left on it.
     *
     * @return the trace that follows the command from now on
     */
    default CommandTrace commandRead(TracedCommand command) {
        return CommandTrace.NONE;
    }

    /**
     * Reports that the calling thread is about to make a request: a context that is put on this thread is there during
     * the request. The request names its attempt, the first or a further one.
     *
     * @param traces the commands that wait for this request, in the order of their arrival, at most the first 128: a
     *     command that joins the request later is not among them
     * @return the trace that follows the request from now on, on this thread
     */
    default RequestTrace requestStarts(Request request, List<CommandTrace> traces) {
        return RequestTrace.NONE;
    }
}
