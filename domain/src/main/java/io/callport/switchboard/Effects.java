package io.callport.switchboard;

import java.util.List;

/**
 * The requests and results of one advance, which the caller carries out.
 *
 * @param requests the requests to start, in this order
 * @param results the results to publish, over time exactly one for each command
 * @param wakeAt the time to advance again if nothing else happens, in nanoseconds on the switchboard's clock;
 *     {@link Long#MAX_VALUE} for never
 * @param <T> the type of the commands' attachment
 */
public record Effects<T>(List<Request> requests, List<Result<T>> results, long wakeAt) {}
