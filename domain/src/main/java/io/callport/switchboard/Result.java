package io.callport.switchboard;

import io.callport.query.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The one result of a command.
 *
 * @param command the command
 * @param outcome the answer, or why there is none
 * @param request the request behind it; {@code null} if none was made for it
 * @param <T> the type of the command's attachment
 */
public record Result<T>(
        Command<T> command, Outcome outcome, @Nullable RequestSummary request) {
    /**
     * The request behind a result.
     *
     * @param startedAt the time at which its last attempt started, in nanoseconds on the switchboard's clock
     * @param endedAt the time at which its last attempt ended, on the same clock
     * @param attempts the number of requests that were made, from 1
     * @param sharedBy the number of commands that the last request answered, from 1
     */
    public record RequestSummary(long startedAt, long endedAt, int attempts, int sharedBy) {}
}
