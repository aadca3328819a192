package io.callport.kafka.settings;

import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;

/**
 * How commands are processed.
 *
 * @param limits how many commands and requests are held at once
 * @param retries how requests are retried after a transient failure
 * @param requestTimeout the most a vendor request takes, as the HTTP adapter enforces it; a request may still reach the vendor
 *     that long after it ended
 * @param shutdown how long a shutdown waits for requests in flight
 */
public record ProcessingSettings(Limits limits, Retries retries, Duration requestTimeout, Duration shutdown) {}
