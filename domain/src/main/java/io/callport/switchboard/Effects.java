package io.callport.switchboard;

import java.util.List;

/**
 * What is to be done now.
 *
 * @param requests to start, in this order
 * @param results to publish, over time exactly one for each command
 * @param wakeAt when to advance again if nothing else happens, in nanoseconds on the switchboard's clock;
 *     {@link Long#MAX_VALUE} for never
 * @param <T> the commands' origin
 */
public record Effects<T>(List<Request> requests, List<Result<T>> results, long wakeAt) {}
