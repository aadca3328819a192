package io.callport.switchboard.simulation.model;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The model's knowledge of one account. */
public final class ModelLane {
    public final Account account;
    public final Budget budget;
    public final ModelSlots slots;
    public final ModelClosure closure;
    public final Map<SimulatedQuery, ModelWaitingQuery> waitingQueries = new LinkedHashMap<>();
    public final Map<SimulatedQuery, ModelRequest> latestRequests = new HashMap<>();
    public final List<ModelRequest> requestsInFlight = new ArrayList<>();
    public int waiting;

    ModelLane(Account account, Budget budget, ModelSlots slots, ModelClosure closure) {
        this.account = account;
        this.budget = budget;
        this.slots = slots;
        this.closure = closure;
    }

    /** S4: until when an equal query must not start. */
    public long spacedUntil(SimulatedQuery query) {
        ModelRequest last = latestRequests.get(query);
        if (last == null || !budget.limited()) {
            return Long.MIN_VALUE;
        }
        return last.startedAt + budget.window().toNanos() / budget.requests();
    }

    /** The waiting queries in their order. */
    public List<ModelWaitingQuery> inOrder() {
        List<ModelWaitingQuery> inOrder = new ArrayList<>(waitingQueries.values());
        inOrder.sort((a, b) -> Long.compare(a.place(), b.place()));
        return inOrder;
    }

    /** When a waiting query is ready at the latest, as far as it depends on itself. */
    public long readyTo(ModelWaitingQuery waitingQuery) {
        return Math.max(waitingQuery.backoffTo, spacedUntil(waitingQuery.query));
    }

    /** When a waiting query is ready at the earliest, as far as it depends on itself. */
    public long readyFrom(ModelWaitingQuery waitingQuery) {
        return Math.max(waitingQuery.backoffFrom, spacedUntil(waitingQuery.query));
    }

    @Override
    public String toString() {
        return account.key();
    }
}
