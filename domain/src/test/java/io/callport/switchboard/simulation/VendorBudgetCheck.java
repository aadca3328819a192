package io.callport.switchboard.simulation;

import io.callport.account.Budget;
import io.callport.switchboard.simulation.model.RuleViolation;
import io.callport.switchboard.simulation.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** S2 at its source: counts every account's arrivals in a sliding window, on a clock that runs a thousandth slow. */
final class VendorBudgetCheck {
    private final Scenario scenario;
    private final Map<Integer, Queue<Long>> arrivals = new HashMap<>();

    VendorBudgetCheck(Scenario scenario) {
        this.scenario = scenario;
    }

    void arrives(int account, long now) {
        Budget budget = scenario.accounts().get(account).budget();
        if (!budget.limited()) {
            return;
        }
        Queue<Long> seen = arrivals.computeIfAbsent(account, number -> new ArrayDeque<>());
        long window = budget.window().toNanos() / 1_000 * 1_001;
        while (!seen.isEmpty() && seen.peek() <= now - window) {
            seen.remove();
        }
        seen.add(now);
        String what = "account " + account + " with " + budget + " saw " + seen.size() + " requests in one window";
        RuleViolation.unless(seen.size() <= budget.requests(), "S2", what);
    }
}
