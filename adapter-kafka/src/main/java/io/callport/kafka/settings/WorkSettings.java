package io.callport.kafka.settings;

import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;

/**
 * How commands are worked on.
 *
 * @param limits how much is held at once
 * @param retries how a transient failure is tried again
 * @param requestTimeout the most a vendor request takes, as the HTTP adapter enforces it; it may reach the vendor as long
 *     again after it ended
 * @param shutdown how long a stop waits for requests in flight
 */
public record WorkSettings(Limits limits, Retries retries, Duration requestTimeout, Duration shutdown) {}
