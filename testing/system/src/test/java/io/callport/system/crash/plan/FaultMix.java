package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.List;

/**
 * The faults from which a schedule is made.
 *
 * @param kinds each comes once, in a random order, and then at random; one that is named twice comes twice as often
 * @param pace how long it is from one to the next, on average
 */
public record FaultMix(List<FaultType> kinds, Duration pace) {
    /** Makes a mix of all types of fault. */
    public static FaultMix everything(Duration pace) {
        return new FaultMix(
                List.of(
                        FaultType.KILL,
                        FaultType.KILL,
                        FaultType.FREEZE,
                        FaultType.ROLLING_RESTART,
                        FaultType.BROKER_CRASH,
                        FaultType.VENDOR_FAULT,
                        FaultType.VENDOR_FAULT),
                pace);
    }
}
