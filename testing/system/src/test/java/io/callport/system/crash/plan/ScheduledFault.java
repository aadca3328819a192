package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.Locale;

/**
 * A fault of the schedule.
 *
 * @param at the time of its beginning, from the start of the faults
 * @param kind the type of fault; never {@link FaultType#ROLLING_RESTART}, which is several steps
 * @param instance the affected instance, if the fault affects one
 * @param length the length of the fault: for a killed process, the time until its next start
 * @param choice a random number for the remaining choices
 */
public record ScheduledFault(Duration at, FaultType kind, int instance, Duration length, int choice) {
    /** The fault as a line of the schedule. */
    @Override
    public String toString() {
        String target = switch (kind) {
            case BROKER_CRASH -> "broker";
            case VENDOR_FAULT -> "vendor (choice " + choice + ")";
            default -> "instance " + instance;
        };
        return String.format(
                Locale.ROOT,
                "%7.1f s  %-13s %-20s for %.1f s",
                at.toMillis() / 1000.0,
                kind,
                target,
                length.toMillis() / 1000.0);
    }
}
