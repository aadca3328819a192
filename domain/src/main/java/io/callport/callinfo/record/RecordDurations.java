package io.callport.callinfo.record;

import org.jspecify.annotations.Nullable;

/**
 * How long what took in a recorded call, as the vendor sends it: in seconds by the wiki's table, although its example has a
 * {@code queueDuration} that looks like milliseconds.
 *
 * @param queueDuration in the queue
 * @param ringDuration ringing
 * @param callDuration speaking
 */
public record RecordDurations(
        @Nullable Long queueDuration,
        @Nullable Long ringDuration,
        @Nullable Long callDuration) {}
