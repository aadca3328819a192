package io.callport.switchboard.simulation.scenario;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The behaviour of a vendor for a while.
 *
 * @param faults the faults that it makes, one of them picked at random for each request
 */
public record VendorBehavior(String name, List<Fault> faults) {
    public static final VendorBehavior HEALTHY = behavior("healthy", Fault.NONE);
    public static final VendorBehavior HASTY = behavior("hasty", Fault.NONE, Fault.NONE, Fault.INSTANT);
    public static final VendorBehavior FLAKY =
            behavior("flaky", Fault.NONE, Fault.NONE, Fault.BUSY, Fault.BAD_GATEWAY, Fault.RESET, Fault.NOT_SENT);
    public static final VendorBehavior THROTTLING =
            behavior("throttling", Fault.NONE, Fault.TOO_MANY, Fault.TOO_MANY, Fault.TOO_MANY_AND_WAIT);
    public static final VendorBehavior PUSHING_BACK =
            behavior("pushing back", Fault.NONE, Fault.TOO_MANY_AND_WAIT, Fault.BUSY_AND_WAIT);
    public static final VendorBehavior SILENT =
            behavior("silent", Fault.REQUEST_LOST, Fault.REPLY_LOST, Fault.LATE_ARRIVAL);
    public static final VendorBehavior UNSTEADY =
            behavior("unsteady", Fault.NONE, Fault.LATE_ARRIVAL, Fault.REPLY_LOST, Fault.INSTANT);
    public static final VendorBehavior UNREACHABLE = behavior("unreachable", Fault.NOT_SENT);
    public static final VendorBehavior BROKEN = behavior("broken", Fault.BUSY);
    public static final VendorBehavior LOCKED = behavior("locked", Fault.UNAUTHORIZED);
    public static final VendorBehavior LOCKING = behavior("locking", Fault.NONE, Fault.NONE, Fault.UNAUTHORIZED);
    public static final VendorBehavior FORBIDDING =
            behavior("forbidding", Fault.NONE, Fault.FORBIDDEN, Fault.FORBIDDEN, Fault.FORBIDDEN, Fault.FORBIDDEN);
    public static final VendorBehavior FORBIDDEN =
            behavior("forbidden", Fault.FORBIDDEN, Fault.FORBIDDEN, Fault.FORBIDDEN_ELSEWHERE);
    public static final VendorBehavior CLOSED = behavior("closed", Fault.BUSY_AND_WAIT, Fault.FORBIDDEN_AND_WAIT);
    public static final VendorBehavior STUBBORN = behavior("stubborn", Fault.NONE, Fault.REFUSED, Fault.GARBAGE);
    public static final VendorBehavior ANYTHING = behavior("anything", Fault.values());
    static final List<VendorBehavior> ALL = List.of(
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
            FORBIDDING,
            FORBIDDEN,
            CLOSED,
            STUBBORN,
            ANYTHING);

    private static VendorBehavior behavior(String name, Fault... faults) {
        return new VendorBehavior(name, List.of(faults));
    }

    Fault fault(SplittableRandom random) {
        return faults.get(random.nextInt(faults.size()));
    }

    @Override
    public String toString() {
        return name;
    }
}
