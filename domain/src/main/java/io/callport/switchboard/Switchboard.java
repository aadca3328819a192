package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Result.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request may start and which command gets which result. A deterministic state machine: it has no clock, no
 * thread and no I/O; equal calls give equal effects.
 *
 * <p>Times are nanoseconds on any clock that never goes back; only differences matter. Commands are served first in, first
 * out per account, within the account's budget, each with one result no later than its deadline.
 *
 * <p>Not thread-safe: one thread calls it. No method throws on any command or outcome.
 *
 * @param <T> what the commands' origin is
 */
public final class Switchboard<T> {
    private final Settings settings;
    private final Map<Account, Lane<T>> lanes = new HashMap<>();
    private final Map<Long, InFlight<T>> inFlight = new HashMap<>();
    private final Deadlines<T> deadlines = new Deadlines<>();
    private final Alarms<T> alarms = new Alarms<>();
    private final ReadyLanes<T> ready = new ReadyLanes<>();
    private List<Result<T>> results = new ArrayList<>();
    private long numbers;
    private boolean stopped;

    private record InFlight<T>(Waiting<T> command, Request request, long startedAt) {}

    /** A switchboard that holds nothing yet. */
    public Switchboard(Settings settings) {
        this.settings = settings;
    }

    /** A command came in. Its result comes out of a later {@link #advance}. */
    public void accept(Command<T> command, long now) {
        Lane<T> lane = lanes.computeIfAbsent(command.account(), this::newLane);
        if (lane.waiting() >= settings.limits().waitingPerAccount()) {
            refuse(command, Reason.OVERLOADED, "Too many commands wait for this account already");
            return;
        }
        Waiting<T> waiting = new Waiting<>(command, lane, numbers++);
        lane.add(waiting);
        deadlines.add(waiting);
        settle(lane, now);
    }

    /**
     * A request ended.
     *
     * @param request one that {@link #advance} gave out; a second end of it is ignored
     */
    public void ended(Request request, Outcome outcome, long now) {
        InFlight<T> ended = inFlight.remove(request.id());
        if (ended == null) {
            return;
        }
        Waiting<T> waiting = ended.command;
        waiting.lane.ended(outcome.fold(answer -> Sent.YES, QueryFailure::sent), now);
        if (deadlines.remove(waiting)) {
            Exchange exchange = new Exchange(ended.startedAt, now, request.attempt(), 1);
            results.add(new Result<>(waiting.command, outcome, exchange));
        }
        settle(waiting.lane, now);
    }

    /**
     * Time went on. Call it after every batch of {@link #accept} and {@link #ended}, and when {@link Effects#wakeAt} has
     * come.
     *
     * @param random a fresh random number, from 0 to below 1
     */
    public Effects<T> advance(long now, double random) {
        for (Lane<T> lane = alarms.poll(now); lane != null; lane = alarms.poll(now)) {
            settle(lane, now);
        }
        for (Waiting<T> late = deadlines.poll(now); late != null; late = deadlines.poll(now)) {
            expire(late, now);
        }
        List<Request> requests = start(now);
        List<Result<T>> ready = results;
        results = new ArrayList<>();
        return new Effects<>(requests, ready, Math.min(alarms.next(), deadlines.next()));
    }

    /**
     * Drops commands without a result, because someone else has to give it. Their requests in flight go on, and keep their
     * slots.
     */
    public void forget(Predicate<T> origins, long now) {
        for (Waiting<T> forgotten : deadlines.removeIf(command -> origins.test(command.origin()))) {
            forgotten.lane.remove(forgotten);
            settle(forgotten.lane, now);
        }
    }

    /** From now on no request starts; those in flight still end, and commands still expire. */
    public void stop() {
        stopped = true;
    }

    /** S8: whether it holds as many commands as it may; feed it again when this is false. */
    public boolean full() {
        return deadlines.size() >= settings.limits().waiting();
    }

    /** How many commands have no result yet. */
    public int pending() {
        return deadlines.size();
    }

    /** How many requests are in flight. */
    public int requestsInFlight() {
        return inFlight.size();
    }

    private List<Request> start(long now) {
        List<Request> requests = new ArrayList<>();
        for (Lane<T> lane = nextReady(); lane != null; lane = nextReady()) {
            Waiting<T> waiting = lane.start();
            Request request = new Request(numbers++, lane.account, waiting.command.query(), 1);
            inFlight.put(request.id(), new InFlight<>(waiting, request, now));
            requests.add(request);
            settle(lane, now);
        }
        return requests;
    }

    private @Nullable Lane<T> nextReady() {
        return stopped ? null : ready.poll(inFlight.size() >= settings.limits().requests());
    }

    private void expire(Waiting<T> late, long now) {
        boolean asked = !late.lane.remove(late);
        String when = asked ? "before the vendor answered" : "before the vendor could be asked";
        refuse(late.command, Reason.EXPIRED, "The command's deadline passed " + when);
        settle(late.lane, now);
    }

    private void refuse(Command<T> command, Reason reason, String detail) {
        results.add(new Result<>(command, new Outcome.Failed(QueryFailure.notSent(reason, detail)), null));
    }

    /** Puts a lane where it belongs after anything about it changed. */
    private void settle(Lane<T> lane, long now) {
        if (lane.mayStart(now)) {
            ready.add(lane);
        } else {
            ready.remove(lane);
        }
        if (lane.idle(now)) {
            alarms.clear(lane);
            lanes.remove(lane.account);
        } else {
            alarms.set(lane, lane.nextChange(now));
        }
    }

    private Lane<T> newLane(Account account) {
        Slots slots = new Slots(settings.budgets().apply(account), settings.lateArrival());
        return new Lane<>(account, slots, settings.limits().requestsPerAccount());
    }
}
