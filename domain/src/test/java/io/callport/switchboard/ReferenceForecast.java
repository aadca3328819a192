package io.callport.switchboard;

import io.callport.account.Budget;
import io.callport.query.QueryFailure.Sent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * S6 as it was decided before the queries ahead were counted in a tree: a look at every waiting query in turn, over a
 * list of all starts, with slots of its own. Kept as an independent model.
 */
final class ReferenceForecast {
    private final int budget;
    private final long window;
    private final long lateArrival;
    private final List<Long> held = new ArrayList<>();
    private int inFlight;

    ReferenceForecast(Budget budget, long lateArrival) {
        this.budget = budget.requests();
        this.window = budget.window().toNanos() / 1_000 * 1_001;
        this.lateArrival = lateArrival;
    }

    void started() {
        inFlight++;
    }

    void ended(Sent sent, long now) {
        inFlight--;
        if (sent != Sent.NO) {
            held.add(now + window + (sent == Sent.MAYBE ? lateArrival : 0));
        }
    }

    void restored(int count, long endedAt) {
        held.addAll(Collections.nCopies(count, endedAt + window));
    }

    /** The commands that are certain to be late, in the order of their queries. */
    List<PendingCommand<String>> late(List<WaitingQuery<String>> queries, long opensAt, long now) {
        long[] starts = starts(queries.size() + 1, opensAt, now);
        List<Long> ahead = new ArrayList<>();
        List<PendingCommand<String>> late = new ArrayList<>();
        queries.stream().sorted(WaitingQuery.BY_ARRIVAL).forEach(query -> {
            boolean inTime = false;
            for (PendingCommand<String> command : query.commands) {
                long deadline = command.deadline();
                int cannotExpireBefore =
                        (int) ahead.stream().filter(it -> it >= deadline).count();
                if (Math.max(starts[cannotExpireBefore], query.notBefore) < deadline) {
                    inTime = true;
                    break;
                }
                late.add(command);
            }
            if (inTime && query.notBefore <= now) {
                ahead.add(query.latestDeadline());
            }
        });
        return late;
    }

    /** The times of the next starts. */
    long[] starts(int count, long opensAt, long now) {
        long[] starts = new long[count];
        if (budget == Integer.MAX_VALUE) {
            Arrays.fill(starts, Math.max(now, opensAt));
            return starts;
        }
        PriorityQueue<Long> slots = new PriorityQueue<>();
        held.stream().filter(time -> time > now).forEach(slots::add);
        slots.addAll(Collections.nCopies(inFlight, now + window));
        while (slots.size() < budget) {
            slots.add(now);
        }
        while (slots.size() > budget) {
            slots.remove();
        }
        for (int i = 0; i < count; i++) {
            starts[i] = Math.max(slots.remove(), opensAt);
            slots.add(starts[i] + window);
        }
        return starts;
    }
}
