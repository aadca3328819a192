package io.callport.switchboard.simulation.model;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure.Sent;
import io.callport.switchboard.Command;
import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.scenario.Ask;
import io.callport.switchboard.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything the model knows: what came in, what was started, and what follows from it. */
public final class Books {
    public final Scenario scenario;
    public final Map<Long, Asked> pending = new LinkedHashMap<>();
    public final Map<Account, LaneBook> lanes = new HashMap<>();
    public final Map<Long, Flight> flights = new HashMap<>();

    /** The lanes that something happened to since the last check. */
    public final Set<LaneBook> touched = new HashSet<>();

    /** The commands whose result the next advance must give. */
    public final List<Asked> due = new ArrayList<>();

    private final PriorityQueue<Asked> byDeadline =
            new PriorityQueue<>((a, b) -> Long.compare(a.deadline(), b.deadline()));
    public int waiting;
    public boolean stopped;
    private long numbers;

    public Books(Scenario scenario) {
        this.scenario = scenario;
    }

    public LaneBook lane(Account account) {
        LaneBook lane = lanes.computeIfAbsent(account, this::newLane);
        touched.add(lane);
        return lane;
    }

    private LaneBook newLane(Account account) {
        Budget budget = scenario.profile(account).budget();
        SlotBook slots = new SlotBook(budget, scenario.timeout().toNanos());
        return new LaneBook(account, budget, slots, new Closure(scenario.retries()));
    }

    public Asked add(Command<Long> command, long now) {
        Asked asked = new Asked(command, lane(command.account()), now, numbers++);
        pending.put(command.origin(), asked);
        byDeadline.add(asked);
        return asked;
    }

    /** Puts a command in its query's line. */
    public Line wait(Asked asked, long now) {
        LaneBook lane = asked.lane;
        Line line = lane.lines.computeIfAbsent(asked.query(), query -> new Line(query, now));
        line.numbers.add(asked.number);
        line.asked.add(asked);
        asked.flight = null;
        lane.waiting++;
        waiting++;
        return line;
    }

    /** Takes a command out of its line or off its flight; it keeps what it knows of its last flight. */
    public void leave(Asked asked) {
        touched.add(asked.lane);
        Line line = asked.lane.lines.get(asked.query());
        if (line != null && line.asked.remove(asked)) {
            asked.lane.waiting--;
            waiting--;
            if (line.asked.isEmpty()) {
                asked.lane.lines.remove(line.query);
            }
        }
        if (asked.flight != null) {
            asked.flight.riders.remove(asked);
        }
    }

    /** A command got its result as soon as it came in, so that it never stood in a line. */
    public void passBy(Asked asked) {
        Line line = asked.lane.lines.get(asked.query());
        if (line != null && line.asked.contains(asked) && line.numbers.size() > 1) {
            line.numbers.remove(asked.number);
        }
    }

    /** A command has its result, or is forgotten. */
    public void close(Asked asked) {
        leave(asked);
        pending.remove(asked.command.origin());
    }

    public void forget(Predicate<Long> origins) {
        List<Asked> forgotten = new ArrayList<>(pending.values());
        forgotten.removeIf(asked -> !origins.test(asked.command.origin()));
        forgotten.forEach(this::close);
    }

    /** A request started: everyone in its line rides on it. */
    public Flight depart(Request request, Line line, LaneBook lane, long now) {
        Flight flight = new Flight(request, lane, now, line.failures);
        for (Asked asked : List.copyOf(line.asked)) {
            leave(asked);
            board(asked, flight);
        }
        flights.put(request.id(), flight);
        lane.lastFlights.put(line.query, flight);
        lane.slots.take();
        lane.flights.add(flight);
        return flight;
    }

    /** Its result is certain now. */
    public void settle(Asked asked, Outcome outcome) {
        asked.due = outcome;
        due.add(asked);
    }

    public void board(Asked asked, Flight flight) {
        asked.flight = flight;
        asked.attempts++;
        flight.riders.add(asked);
    }

    /** The last request for a query, if it is still in flight: only that one can be joined. */
    public @Nullable Flight lastFlight(LaneBook lane, Ask query) {
        Flight last = lane.lastFlights.get(query);
        return last != null && lane.flights.contains(last) ? last : null;
    }

    /** A request ended; its riders are left to whoever asks. */
    public @Nullable Flight land(Request request, Sent sent, long now) {
        Flight flight = flights.remove(request.id());
        if (flight != null) {
            flight.endedAt = now;
            flight.lane.flights.remove(flight);
            flight.lane.slots.ended(sent, now);
            touched.add(flight.lane);
        }
        return flight;
    }

    /** The next deadline of a command without a result. */
    public long nextDeadline() {
        while (!byDeadline.isEmpty() && pending.get(byDeadline.peek().command.origin()) != byDeadline.peek()) {
            byDeadline.remove();
        }
        return byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.peek().deadline();
    }
}
