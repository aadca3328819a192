package io.callport.switchboard.simulation.scenario;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How a vendor behaves for a while.
 *
 * @param faults the faults that it makes, one of them picked at random for each request
 */
public record Mood(String name, List<Fault> faults) {
    public static final Mood HEALTHY = mood("healthy", Fault.NONE);
    public static final Mood HASTY = mood("hasty", Fault.NONE, Fault.NONE, Fault.INSTANT);
    public static final Mood FLAKY =
            mood("flaky", Fault.NONE, Fault.NONE, Fault.BUSY, Fault.BAD_GATEWAY, Fault.RESET, Fault.NOT_SENT);
    public static final Mood THROTTLING =
            mood("throttling", Fault.NONE, Fault.TOO_MANY, Fault.TOO_MANY, Fault.TOO_MANY_AND_WAIT);
    public static final Mood PUSHING_BACK =
            mood("pushing back", Fault.NONE, Fault.TOO_MANY_AND_WAIT, Fault.BUSY_AND_WAIT);
    public static final Mood SILENT = mood("silent", Fault.REQUEST_LOST, Fault.REPLY_LOST, Fault.LATE_ARRIVAL);
    public static final Mood UNSTEADY =
            mood("unsteady", Fault.NONE, Fault.LATE_ARRIVAL, Fault.REPLY_LOST, Fault.INSTANT);
    public static final Mood UNREACHABLE = mood("unreachable", Fault.NOT_SENT);
    public static final Mood BROKEN = mood("broken", Fault.BUSY);
    public static final Mood LOCKED = mood("locked", Fault.UNAUTHORIZED);
    public static final Mood LOCKING = mood("locking", Fault.NONE, Fault.NONE, Fault.UNAUTHORIZED);
    public static final Mood STUBBORN = mood("stubborn", Fault.NONE, Fault.REFUSED, Fault.GARBAGE);
    public static final Mood ANYTHING = mood("anything", Fault.values());
    static final List<Mood> ALL = List.of(
            HEALTHY,
            HASTY,
            FLAKY,
            THROTTLING,
            PUSHING_BACK,
            SILENT,
            UNSTEADY,
            UNREACHABLE,
            BROKEN,
            LOCKED,
            LOCKING,
            STUBBORN,
            ANYTHING);

    private static Mood mood(String name, Fault... faults) {
        return new Mood(name, List.of(faults));
    }

    Fault fault(SplittableRandom random) {
        return faults.get(random.nextInt(faults.size()));
    }

    @Override
    public String toString() {
        return name;
    }
}
