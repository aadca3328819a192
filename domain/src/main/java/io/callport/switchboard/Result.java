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
     * @param startedAt when its last attempt started, in nanoseconds on the switchboard's clock
     * @param endedAt when its last attempt ended, on the same clock
     * @param attempts how many requests were made, from 1
     * @param sharedBy how many commands the last request answered, from 1
     */
    public record RequestSummary(long startedAt, long endedAt, int attempts, int sharedBy) {}
}
