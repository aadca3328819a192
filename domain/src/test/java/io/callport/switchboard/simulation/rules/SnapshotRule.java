package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.LaneSnapshot;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelState;
import java.util.List;

/** The snapshots of lanes show what the model expects. */
final class SnapshotRule {
    private static final int STEPS_BETWEEN = 16; // a snapshot costs more than a step

    private final ModelState state;
    private int steps;

    SnapshotRule(ModelState state) {
        this.state = state;
    }

    void check(Switchboard<Long> switchboard, long now) {
        if (++steps % STEPS_BETWEEN != 0) {
            return;
        }
        List<LaneSnapshot> snapshots = switchboard.snapshot(now);
        snapshots.forEach(snapshot -> check(snapshot, state.lane(snapshot.account()), now));
        int waiting = snapshots.stream().mapToInt(LaneSnapshot::waiting).sum();
        unless(waiting == state.waiting, "snapshot", waiting + " wait instead of " + state.waiting);
    }

    private static void check(LaneSnapshot snapshot, ModelLane lane, long now) {
        int requestsInFlight = lane.requestsInFlight.size();
        unless(snapshot.waiting() == lane.waiting, "snapshot", snapshot.waiting() + " wait instead of " + lane.waiting);
        unless(
                snapshot.requestsInFlight() == requestsInFlight,
                "snapshot",
                snapshot.requestsInFlight() + " in flight, not " + requestsInFlight);
        long oldest = lane.waitingQueries.values().stream()
                .flatMap(waitingQuery -> waitingQuery.commands.stream())
                .mapToLong(tracked -> now - tracked.acceptedAt)
                .max()
                .orElse(0);
        unless(
                snapshot.oldestWait().toNanos() == oldest,
                "snapshot",
                snapshot.oldestWait() + " is not the oldest wait " + oldest);
        long closed = Math.max(lane.closure.closedUntil, now) - now;
        unless(
                snapshot.closedFor().toNanos() == closed,
                "snapshot",
                snapshot.closedFor() + " closed instead of " + closed);
        unless((snapshot.closedBy() != null) == (closed > 0), "snapshot", "closed because of " + snapshot.closedBy());
    }
}
