package io.callport.switchboard.simulation.scenario;

import java.util.List;
import java.util.SplittableRandom;

/** How a vendor behaves for a while: the faults it makes, one of them picked at random for each request. */
public enum Mood {
    HEALTHY(Fault.NONE),
    HASTY(Fault.NONE, Fault.NONE, Fault.INSTANT),
    FLAKY(Fault.NONE, Fault.NONE, Fault.BUSY, Fault.BAD_GATEWAY, Fault.RESET, Fault.NOT_SENT),
    THROTTLING(Fault.NONE, Fault.TOO_MANY, Fault.TOO_MANY, Fault.TOO_MANY_AND_WAIT),
    PUSHING_BACK(Fault.NONE, Fault.TOO_MANY_AND_WAIT, Fault.BUSY_AND_WAIT),
    SILENT(Fault.REQUEST_LOST, Fault.REPLY_LOST, Fault.LATE_ARRIVAL),
    UNSTEADY(Fault.NONE, Fault.LATE_ARRIVAL, Fault.REPLY_LOST, Fault.INSTANT),
    UNREACHABLE(Fault.NOT_SENT),
    BROKEN(Fault.BUSY),
    LOCKED(Fault.UNAUTHORIZED),
    LOCKING(Fault.NONE, Fault.NONE, Fault.UNAUTHORIZED),
    STUBBORN(Fault.NONE, Fault.REFUSED, Fault.GARBAGE),
    ANYTHING(Fault.values());

    private final List<Fault> faults;

    Mood(Fault... faults) {
        this.faults = List.of(faults);
    }

    Fault fault(SplittableRandom random) {
        return faults.get(random.nextInt(faults.size()));
    }
}
