package io.callport.system.crash.plan;

import java.time.Duration;

/**
 * A whole run, but for chance outside of it.
 *
 * @param seed what everything random is made from
 * @param duration how long there are faults and load
 * @param protocol the group protocol: {@code classic} or {@code consumer}
 * @param scale how large it is
 * @param aim which faults there are
 */
public record Plan(long seed, Duration duration, String protocol, Scale scale, FaultMix aim) {
    /** How long the group waits for an instance's heartbeat. */
    public static final Duration SESSION = Duration.ofSeconds(3);

    /** How long the service waits for the vendor. */
    public static final Duration VENDOR_TIMEOUT = Duration.ofSeconds(2);

    /** The same with what another seed makes of it. */
    public Plan seed(long other) {
        return new Plan(other, duration, protocol, scale, aim);
    }
}
