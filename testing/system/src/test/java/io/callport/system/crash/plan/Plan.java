package io.callport.system.crash.plan;

import java.time.Duration;

/**
 * The plan of a whole run.
 *
 * @param seed the seed of all random choices
 * @param duration the length of faults and load
 * @param protocol the group protocol: {@code classic} or {@code consumer}
 * @param scale the size of the run
 * @param faultMix the faults of the schedule
 */
public record Plan(long seed, Duration duration, String protocol, Scale scale, FaultMix faultMix) {
    /** The time for which the group waits for an instance's heartbeat. */
    public static final Duration SESSION = Duration.ofSeconds(3);

    /** The time for which the service waits for the vendor. */
    public static final Duration VENDOR_TIMEOUT = Duration.ofSeconds(2);

    /** A copy with another seed. */
    public Plan seed(long other) {
        return new Plan(other, duration, protocol, scale, faultMix);
    }
}
