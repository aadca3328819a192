package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.Locale;

/**
 * A fault of the schedule.
 *
 * @param at when it begins, from the start of the faults
 * @param kind what goes wrong; never {@link FaultType#ROLLING_RESTART}, which is several steps
 * @param instance which instance it happens to, where it happens to one
 * @param length how long it lasts: for one that is killed, until it is started again
 * @param choice a number for what is left to choose
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
