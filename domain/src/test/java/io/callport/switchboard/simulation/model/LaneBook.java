package io.callport.switchboard.simulation.model;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.simulation.scenario.Ask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model knows of one account. */
public final class LaneBook {
    public final Account account;
    public final Budget budget;
    public final SlotBook slots;
    public final Closure closure;
    public final Map<Ask, Line> lines = new LinkedHashMap<>();
    public final Map<Ask, Flight> lastFlights = new HashMap<>();
    public final List<Flight> flights = new ArrayList<>();
    public int waiting;

    LaneBook(Account account, Budget budget, SlotBook slots, Closure closure) {
        this.account = account;
        this.budget = budget;
        this.slots = slots;
        this.closure = closure;
    }

    /** S4: when gathering is over for a query. */
    public long gatheredAt(Ask query) {
        Flight last = lastFlights.get(query);
        if (last == null || !budget.limited()) {
            return Long.MIN_VALUE;
        }
        return last.startedAt + budget.window().toNanos() / budget.requests();
    }

    /** The lines in their order. */
    public List<Line> inOrder() {
        List<Line> inOrder = new ArrayList<>(lines.values());
        inOrder.sort((a, b) -> Long.compare(a.place(), b.place()));
        return inOrder;
    }

    /** When a line is askable at the latest, as far as it depends on itself. */
    public long askableTo(Line line) {
        return Math.max(line.backoffTo, gatheredAt(line.query));
    }

    /** When a line is askable at the earliest, as far as it depends on itself. */
    public long askableFrom(Line line) {
        return Math.max(line.backoffFrom, gatheredAt(line.query));
    }

    @Override
    public String toString() {
        return account.key();
    }
}
