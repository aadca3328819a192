package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.List;

/**
 * Which faults a schedule is made of.
 *
 * @param kinds each comes once, in a random order, and then at random; one that is named twice comes twice as often
 * @param pace how long it is from one to the next, on average
 */
public record FaultMix(List<FaultType> kinds, Duration pace) {
    /** All there are. */
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
