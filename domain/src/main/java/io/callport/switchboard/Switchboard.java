package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Remembered.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request may start, which commands one request answers, and when a command is refused. A deterministic state
 * machine: it has no clock, no thread and no I/O; equal calls give equal effects. Its rules are S1 to S8 of
 * {@code docs/architecture.md}; each is named where it is kept.
 *
 * <p>Times are nanoseconds on any clock that never goes back; only differences matter.
 *
 * <p>Not thread-safe: one thread calls it. No method throws on any command or outcome.
 *
 * @param <T> what the commands' origin is
 */
public final class Switchboard<T> {
    private final Settings settings;
    private final Lanes<T> lanes;
    private final Deadlines<T> deadlines = new Deadlines<>();
    private final Map<Long, Flight<T>> flights = new HashMap<>();
    private final Remembered remembered;
    private final Again<T> again;
    private final Results<T> results = new Results<>(deadlines);
    private int waiting;
    private long numbers;
    private boolean stopped;

    /** A switchboard that holds nothing yet. */
    public Switchboard(Settings settings) {
        this.settings = settings;
        this.lanes = new Lanes<>(settings);
        this.again = new Again<>(lanes, deadlines);
        this.remembered = new Remembered(settings.limits().remembered());
    }

    /** A command came in. Its result comes out of a later {@link #advance}. */
    public void accept(Command<T> command, long now) {
        Result<T> known = remembered.resultOf(command, now);
        if (known != null) {
            results.add(known);
            return;
        }
        Lane<T> lane = lanes.of(command.account());
        if (lane.closure.refuses(now)) {
            results.refuse(command, Refusals.closed(lane, now));
        } else if (lane.queue.size() >= settings.limits().waitingPerAccount()) {
            results.refuse(command, Refusals.LANE_FULL);
        } else {
            take(new Waiting<>(command, lane, numbers++, now), now);
            lanes.settle(lane, now);
        }
    }

    /**
     * A request ended.
     *
     * @param request one that {@link #advance} gave out; a second end of it is ignored
     */
    public void ended(Request request, Outcome outcome, long now) {
        Flight<T> flight = flights.remove(request.id());
        if (flight == null) {
            return;
        }
        flight.lane.ended(flight, outcome.fold(answer -> Sent.YES, QueryFailure::sent), now);
        QueryFailure failure = outcome.<@Nullable QueryFailure>fold(answer -> null, it -> it);
        if (failure == null) {
            flight.lane.closure.answered();
            outcome.fold(answer -> remember(flight, new Memory(answer, flight.startedAt, now)), it -> null);
            give(flight, outcome, now);
        } else {
            failed(flight, failure, now);
        }
        lanes.settle(flight.lane, now);
    }

    /**
     * Time went on. Call it after every batch of {@link #accept} and {@link #ended}, and when {@link Effects#wakeAt} has
     * come.
     *
     * @param random a fresh random number, from 0 to below 1
     */
    public Effects<T> advance(long now, double random) {
        lanes.passTime(now);
        for (Waiting<T> late = deadlines.poll(now); late != null; late = deadlines.poll(now)) {
            expire(late, now);
        }
        waiting += again.queue(new Backoff(settings.retries(), random), now);
        List<Request> requests = start(now);
        lanes.takeChanged().forEach(lane -> refuseLate(lane, now));
        return new Effects<>(requests, results.take(), Math.min(lanes.nextAlarm(), deadlines.next()));
    }

    /**
     * Drops commands without a result: someone else gives it. Their requests in flight go on, and keep their slots.
     *
     * @return the origins of those that it dropped, in no order
     */
    public List<T> forget(Predicate<T> origins, long now) {
        List<Waiting<T>> dropped = deadlines.removeIf(command -> origins.test(command.origin()));
        for (Waiting<T> forgotten : dropped) {
            leave(forgotten);
            lanes.settle(forgotten.lane, now);
        }
        return dropped.stream().map(forgotten -> forgotten.command.origin()).toList();
    }

    /**
     * S5: refuses commands without a result, because whoever feeds this switchboard cannot hold so many; those of the
     * fullest lanes first, the oldest of each first, those in flight last.
     *
     * @param origins the commands to choose from
     * @param count how many to refuse; fewer if there are fewer
     * @return how many it refused
     */
    public int shed(Predicate<T> origins, int count, long now) {
        List<Waiting<T>> chosen = Shedding.choose(deadlines.matching(command -> origins.test(command.origin())), count);
        for (Waiting<T> shed : chosen) {
            refuse(shed, Refusals.SHED);
            lanes.settle(shed.lane, now);
        }
        return chosen.size();
    }

    /** From now on no request starts; those in flight still end, and commands still expire. */
    public void stop() {
        stopped = true;
    }

    /** The slots of an account that are not free, for an instance that takes it over. */
    public List<SpentSlot> spentSlots(Account account, long now) {
        Lane<T> lane = lanes.find(account);
        return lane == null ? List.of() : lane.slots.spent(now);
    }

    /**
     * S2: an account came from another instance with the slots that were spent there, which are counted rather longer than
     * there. What was counted here before is forgotten, but for requests in flight: the other instance took it over.
     */
    public void restore(Account account, List<SpentSlot> spent, long now) {
        Lane<T> lane = lanes.of(account);
        lane.slots.restore(spent, now);
        lanes.settle(lane, now);
    }

    /**
     * The origins of the commands that a request in flight asks for, in the order in which those came in; one may have its
     * result by now.
     *
     * @param most how many to tell, the first ones
     * @return none if the request has ended
     */
    public List<T> origins(Request request, int most) {
        Flight<T> flight = flights.get(request.id());
        return flight == null ? List.of() : flight.origins(most);
    }

    /** S8: whether it holds as many commands as it may; feed it again when this is false. */
    public boolean full() {
        return deadlines.size() >= settings.limits().waiting();
    }

    /** Each account of which anything is kept, as of now, in no order; all others are {@link LaneState#idle}. */
    public List<LaneState> look(long now) {
        return lanes.look(now);
    }

    /** How many commands have no result yet. */
    public int pending() {
        return deadlines.size();
    }

    /** How many requests are in flight. */
    public int requestsInFlight() {
        return flights.size();
    }

    /** How many accounts it remembers anything about. */
    int lanes() {
        return lanes.size();
    }

    /** S4: a command joins a request in flight that is young enough for it, or waits. */
    private void take(Waiting<T> command, long now) {
        deadlines.add(command);
        Flight<T> flight = command.lane.latestFlight(command.command.query());
        if (flight != null && flight.youngEnough(command.command, now)) {
            flight.carry(command);
            return;
        }
        command.lane.queue.add(command, command.lane.gathering.notBefore(command.command.query(), now));
        waiting++;
        if (waiting > settings.limits().waiting()) {
            lanes.settle(command.lane, now);
            evict(lanes.fullestBut(command.lane), now);
        }
    }

    /** S5: the newest command of the fullest lane pays for there being too many in all. */
    private void evict(Lane<T> fullest, long now) {
        Waiting<T> newest = fullest.queue.newest();
        if (newest != null) {
            refuse(newest, Refusals.ALL_FULL);
            lanes.settle(fullest, now);
        }
    }

    private @Nullable Void remember(Flight<T> flight, Memory memory) {
        remembered.keep(flight.request, memory);
        return null;
    }

    /** S7: what a failure means for its lane and its commands. */
    private void failed(Flight<T> flight, QueryFailure failure, long now) {
        Closing.after(failure, flight.lane.closure, settings.retries(), now);
        if (failure.reason() == Reason.UNAUTHORIZED) {
            QueryFailure closed = Refusals.withRetryAfter(failure, flight.lane, now);
            give(flight, new Outcome.Failed(closed), now);
            flight.lane.queue.all().forEach(command -> refuse(command, Refusals.closed(flight.lane, now)));
        } else if (failure.reason() == Reason.VENDOR_UNAVAILABLE) {
            giveUp(flight, failure, now);
            flight.commands.forEach(command -> command.failed(failure));
            again.add(flight);
        } else {
            give(flight, new Outcome.Failed(failure), now);
        }
    }

    /** Gives the failure to those commands that have had all their attempts. */
    private void giveUp(Flight<T> flight, QueryFailure failure, long now) {
        List<Waiting<T>> exhausted = flight.commands.stream()
                .filter(command -> command.attempts() >= settings.retries().attempts())
                .toList();
        results.give(flight, exhausted, new Outcome.Failed(failure), now);
    }

    /** S6: refuses what is certain to be late. */
    private void refuseLate(Lane<T> lane, long now) {
        List<Waiting<T>> late = Forecast.late(lane, now);
        late.forEach(this::leave);
        List<Long> waits = Forecast.usefulWaits(lane, late, now);
        for (int i = 0; i < late.size(); i++) {
            refuse(late.get(i), late.get(i).failureOr(Refusals.overBudget(waits.get(i))));
        }
        lanes.forecast(lane, !late.isEmpty(), now);
    }

    private List<Request> start(long now) {
        List<Request> requests = new ArrayList<>();
        for (Lane<T> lane = nextReady(); lane != null; lane = nextReady()) {
            WaitingQuery<T> query = lane.queue.poll();
            Request request = new Request(numbers++, lane.account, query.query, query.failures + 1);
            Flight<T> flight = new Flight<>(request, lane, now, query.failures);
            query.commands.forEach(flight::carry);
            waiting -= query.commands.size();
            flights.put(request.id(), flight);
            lane.started(flight, now);
            requests.add(request);
            lanes.settle(lane, now);
        }
        return requests;
    }

    private @Nullable Lane<T> nextReady() {
        boolean totalReached = flights.size() >= settings.limits().requests();
        return stopped ? null : lanes.pollReady(totalReached);
    }

    /** S1: a command whose time is up. */
    private void expire(Waiting<T> late, long now) {
        QueryFailure expired = leave(late) ? Refusals.EXPIRED_WAITING : Refusals.EXPIRED_IN_FLIGHT;
        results.refuse(late.command, late.failureOr(expired));
        lanes.settle(late.lane, now);
    }

    private void give(Flight<T> flight, Outcome outcome, long now) {
        results.give(flight, List.copyOf(flight.commands), outcome, now);
    }

    private void refuse(Waiting<T> command, QueryFailure failure) {
        leave(command);
        results.refuse(command, failure);
    }

    /** Takes a command out of its lane's queue; false if it does not wait there. */
    private boolean leave(Waiting<T> command) {
        boolean left = command.lane.queue.remove(command);
        waiting -= left ? 1 : 0;
        return left;
    }
}
