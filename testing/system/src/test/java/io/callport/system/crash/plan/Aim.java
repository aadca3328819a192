package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.List;

/**
 * Which faults a schedule is made of.
 *
 * @param kinds each comes once, in a random order, and then at random; one that is named twice comes twice as often
 * @param pace how long it is from one to the next, on average
 */
public record Aim(List<Kind> kinds, Duration pace) {
    /** All there are. */
    public static Aim everything(Duration pace) {
        return new Aim(
                List.of(
                        Kind.KILL,
                        Kind.KILL,
                        Kind.FREEZE,
                        Kind.ROLLING_RESTART,
                        Kind.BROKER_CRASH,
                        Kind.VENDOR_FAULT,
                        Kind.VENDOR_FAULT),
                pace);
    }
}
