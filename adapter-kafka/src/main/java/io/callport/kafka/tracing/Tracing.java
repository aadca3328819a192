package io.callport.kafka.tracing;

import io.callport.switchboard.Request;
import java.util.List;

/**
 * Follows each command from its record through the requests that are made for it to its result. Implementations are
 * thread-safe and return at once; what they throw is logged once and changes nothing about a command.
 */
public interface Tracing {
    /** Follows nothing, and costs nothing. */
    Tracing NONE = new Tracing() {};

    /**
     * A command was read at its home. One that is elsewhere travels there with its headers, and is read then.
     *
     * <p>Called on the loop's thread, which works on many commands by turns: nothing may be left on it.
     *
     * @return what follows it from now on
     */
    default CommandTrace commandRead(TracedCommand command) {
        return CommandTrace.NONE;
    }

    /**
     * A request is about to be made, on the calling thread: what is put on this thread is there while it is made. It is the
     * first attempt or a further one, as the request says.
     *
     * @param commands those that it asks for, in the order in which they came in, at most the first 128: one that joins it
     *     later is not among them
     * @return what follows it from now on, on this thread
     */
    default RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
        return RequestTrace.NONE;
    }
}
