package io.callport.switchboard.simulation.model;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure.Sent;
import io.callport.switchboard.Command;
import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
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

/** The state of the model: the accepted commands, the started requests, and their consequences. */
public final class ModelState {
    public final Scenario scenario;
    public final Map<Long, ModelCommand> pending = new LinkedHashMap<>();
    public final Map<Account, ModelLane> lanes = new HashMap<>();
    public final Map<Long, ModelRequest> requestsInFlight = new HashMap<>();

    /** The lanes that something happened to since the last check. */
    public final Set<ModelLane> touched = new HashSet<>();

    /** The commands whose result the next advance must give. */
    public final List<ModelCommand> due = new ArrayList<>();

    private final PriorityQueue<ModelCommand> byDeadline =
            new PriorityQueue<>((a, b) -> Long.compare(a.deadline(), b.deadline()));
    public int waiting;
    public boolean stopped;
    private long numbers;

    public ModelState(Scenario scenario) {
        this.scenario = scenario;
    }

    public ModelLane lane(Account account) {
        ModelLane lane = lanes.computeIfAbsent(account, this::newLane);
        touched.add(lane);
        return lane;
    }

    private ModelLane newLane(Account account) {
        Budget budget = scenario.profile(account).budget();
        ModelSlots slots = new ModelSlots(budget, scenario.timeout().toNanos());
        return new ModelLane(account, budget, slots, new ModelClosure(scenario.retries()));
    }

    public ModelCommand add(Command<Long> command, long now) {
        ModelCommand tracked = new ModelCommand(command, lane(command.account()), now, numbers++);
        pending.put(command.attachment(), tracked);
        byDeadline.add(tracked);
        return tracked;
    }

    /** Lets a command wait with the equal queries of its lane. */
    public ModelWaitingQuery enqueue(ModelCommand tracked, long now) {
        ModelLane lane = tracked.lane;
        ModelWaitingQuery waitingQuery =
                lane.waitingQueries.computeIfAbsent(tracked.query(), query -> new ModelWaitingQuery(query, now));
        waitingQuery.numbers.add(tracked.number);
        waitingQuery.commands.add(tracked);
        tracked.inFlight = null;
        lane.waiting++;
        waiting++;
        return waitingQuery;
    }

    /** Removes a command from its waiting query or from its request; the command keeps its last request. */
    public void remove(ModelCommand tracked) {
        touched.add(tracked.lane);
        ModelWaitingQuery waitingQuery = tracked.lane.waitingQueries.get(tracked.query());
        if (waitingQuery != null && waitingQuery.commands.remove(tracked)) {
            tracked.lane.waiting--;
            waiting--;
            if (waitingQuery.commands.isEmpty()) {
                tracked.lane.waitingQueries.remove(waitingQuery.query);
            }
        }
        if (tracked.inFlight != null) {
            tracked.inFlight.commands.remove(tracked);
        }
    }

    /** A command got its result as soon as it came in, so that it never waited. */
    public void removeAnswered(ModelCommand tracked) {
        ModelWaitingQuery waitingQuery = tracked.lane.waitingQueries.get(tracked.query());
        if (waitingQuery != null && waitingQuery.commands.contains(tracked) && waitingQuery.numbers.size() > 1) {
            waitingQuery.numbers.remove(tracked.number);
        }
    }

    /** A command has its result, or is forgotten. */
    public void complete(ModelCommand tracked) {
        remove(tracked);
        pending.remove(tracked.command.attachment());
    }

    public void forget(Predicate<Long> ids) {
        List<ModelCommand> forgotten = new ArrayList<>(pending.values());
        forgotten.removeIf(tracked -> !ids.test(tracked.command.attachment()));
        forgotten.forEach(this::complete);
    }

    /** A request started: all commands that wait for its query share it. */
    public ModelRequest start(Request request, ModelWaitingQuery waitingQuery, ModelLane lane, long now) {
        ModelRequest inFlight = new ModelRequest(request, lane, now, waitingQuery.failures);
        for (ModelCommand tracked : List.copyOf(waitingQuery.commands)) {
            remove(tracked);
            join(tracked, inFlight);
        }
        requestsInFlight.put(request.id(), inFlight);
        lane.latestRequests.put(waitingQuery.query, inFlight);
        lane.slots.reserve();
        lane.requestsInFlight.add(inFlight);
        return inFlight;
    }

    /** The result of a command is certain now. */
    public void decide(ModelCommand tracked, Outcome outcome) {
        tracked.due = outcome;
        due.add(tracked);
    }

    public void join(ModelCommand tracked, ModelRequest inFlight) {
        tracked.inFlight = inFlight;
        tracked.attempts++;
        inFlight.commands.add(tracked);
    }

    /** The last request for a query, if it is still in flight: only that one can be joined. */
    public @Nullable ModelRequest latestRequest(ModelLane lane, SimulatedQuery query) {
        ModelRequest last = lane.latestRequests.get(query);
        return last != null && lane.requestsInFlight.contains(last) ? last : null;
    }

    /** A request ended; its commands are left to the caller. */
    public @Nullable ModelRequest end(Request request, Sent sent, long now) {
        ModelRequest inFlight = requestsInFlight.remove(request.id());
        if (inFlight != null) {
            inFlight.endedAt = now;
            inFlight.lane.requestsInFlight.remove(inFlight);
            inFlight.lane.slots.ended(sent, now);
            touched.add(inFlight.lane);
        }
        return inFlight;
    }

    /** The next deadline of a command without a result. */
    public long nextDeadline() {
        while (!byDeadline.isEmpty() && pending.get(byDeadline.peek().command.attachment()) != byDeadline.peek()) {
            byDeadline.remove();
        }
        return byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.peek().deadline();
    }
}
