package io.callport.kafka.settings;

import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;

/**
 * The limits and times of processing.
 *
 * @param limits the most commands and requests that are held at once
 * @param retries the retries of a request after a transient failure
 * @param requestTimeout the longest time that a vendor request takes, as the HTTP adapter enforces it; a request may
 *     still reach the vendor that long after it ended
 * @param shutdown the longest time that a shutdown waits for requests in flight
 */
public record ProcessingSettings(Limits limits, RetryPolicy retries, Duration requestTimeout, Duration shutdown) {}
