package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.List;

/**
 * The faults from which a schedule is made.
 *
 * @param kinds the types of fault: each comes once, in a random order, and then at random; a type that is listed twice
 *     comes twice as often
 * @param pace the average time from one fault to the next
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

    /** A copy with another average time from one fault to the next. */
    public FaultMix pace(Duration other) {
        return new FaultMix(kinds, other);
    }
}
