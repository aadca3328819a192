package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request may start, which commands one request answers, and when a command is refused. A deterministic
 * state machine: it has no clock, no thread and no I/O; equal calls give equal effects. Its rules are S1 to S8 of
 * {@code docs/architecture.md}; each is named where it is kept.
 *
 * <p>Times are nanoseconds on any monotonic clock, of any origin, that does not overflow.
 *
 * <p>Not thread-safe: one thread calls it. No method throws on any command or outcome.
 *
 * @param <T> the type of the commands' attachment
 */
public final class Switchboard<T> {
    private final Settings settings;
    private final Lanes<T> lanes;
    private final PendingCommands<T> pending = new PendingCommands<>();
    private final Map<Long, InFlightRequest<T>> inFlight = new HashMap<>();
    private final AnswerCache answers;
    private final RetryQueue<T> retries;
    private final ContentHash hashes;
    private int waiting;
    private long nextNumber;
    private boolean stopped;

    /**
     * Makes a switchboard without commands.
     *
     * @param hashSeed a random number that nobody else knows, with which queries are hashed: so nobody can choose
     *     queries of equal hash. No effect depends on the seed
     */
    public Switchboard(Settings settings, long hashSeed) {
        this.settings = settings;
        this.hashes = new ContentHash(hashSeed);
        this.lanes = new Lanes<>(settings);
        this.retries = new RetryQueue<>(settings.retries());
        this.answers = new AnswerCache(settings.limits().answerMemory());
    }

    /** Accepts a command. Its result comes out of a later {@link #advance}. */
    public void accept(Command<T> command, long now) {
        QueryKey key;
        try {
            key = new QueryKey(command.query(), hashes);
        } catch (RuntimeException | Error e) { // of the query's own methods, before anything here has changed
            pending.refuse(command, Refusals.unreadable(e));
            return;
        }
        accept(command, key, now);
    }

    private void accept(Command<T> command, QueryKey key, long now) {
        Result<T> cached = answers.find(command, key, now);
        if (cached != null) {
            pending.addResult(cached);
            return;
        }
        Lane<T> lane = lanes.getOrCreate(command.account());
        if (lane.closure.refuses(now)) {
            pending.refuse(command, Refusals.closed(lane, now));
        } else if (lane.queue.size() >= settings.limits().waitingPerAccount()) {
            pending.refuse(command, Refusals.LANE_FULL);
        } else if (lane.queue.weight() + command.weight() > settings.limits().commandMemoryPerAccount()
                && lane.queue.size() > 0) {
            pending.refuse(command, Refusals.LANE_HEAVY);
        } else {
            joinOrEnqueue(new PendingCommand<>(command, key, lane, nextNumber++, now), now);
        }
    }

    /**
     * Reports the end of a request.
     *
     * @param request a request from {@link Effects#requests}; a second end of a request is ignored
     * @param weight the bytes that the answer takes if it is kept; any number for a failure
     */
    public void ended(Request request, Outcome outcome, long weight, long now) {
        InFlightRequest<T> ended = inFlight.remove(request.id());
        if (ended == null) {
            return;
        }
        QueryFailure failure = outcome.failure();
        ended.lane.ended(ended, failure == null ? Sent.YES : failure.sent(), now);
        if (failure == null) {
            ended.lane.answered(now);
            answers.put(ended, outcome, weight, now);
            complete(ended, outcome, now);
        } else {
            failed(ended, failure, now);
        }
    }

    /**
     * Advances the state to the given time. The caller calls this method after every batch of {@link #accept} and
     * {@link #ended}, and at {@link Effects#wakeAt}.
     *
     * @param random a fresh random number, from 0 to below 1
     */
    public Effects<T> advance(long now, double random) {
        return advance(now, random, Integer.MAX_VALUE);
    }

    /**
     * Advances the state like {@link #advance(long, double)}, and starts only so many requests.
     *
     * @param maxStarts the requests for whose answers there is memory; one may still start where none is in flight
     */
    public Effects<T> advance(long now, double random, int maxStarts) {
        lanes.passTime(now);
        for (PendingCommand<T> late = pending.pollExpired(now); late != null; late = pending.pollExpired(now)) {
            expire(late, now);
        }
        waiting += retries.requeue(pending, random, now);
        List<Request> requests = start(inFlight.isEmpty() ? Math.max(1, maxStarts) : maxStarts, now);
        lanes.drainForecastDue().forEach(lane -> refuseLate(lane, now));
        return new Effects<>(requests, pending.drainResults(), Math.min(lanes.nextTimer(), pending.nextDeadline()));
    }

    /**
     * Drops commands without a result, because another instance gives it. Their requests in flight go on, and keep
     * their slots.
     *
     * @return the attachments of the dropped commands, in no order
     */
    public List<T> forget(Predicate<T> attachments, long now) {
        List<PendingCommand<T>> forgotten = pending.removeIf(attachments);
        forgotten.forEach(command -> dequeue(command, now));
        return forgotten.stream().map(PendingCommand::attachment).toList();
    }

    /** Stops the start of requests; requests in flight still end, and commands still expire. */
    public void stop() {
        stopped = true;
    }

    /** The slots of an account that are not free, for an instance that takes the account over. */
    public List<SpentSlots> spentSlots(Account account, long now) {
        Lane<T> lane = lanes.find(account);
        return lane == null ? List.of() : lane.slots.spent(now);
    }

    /**
     * S2: takes an account over from another instance, with the slots that were spent there; they count rather longer
     * than there. The slots that were counted here before are forgotten, except those of requests in flight: the other
     * instance has taken them over.
     */
    public void restore(Account account, List<SpentSlots> spent, long now) {
        lanes.getOrCreate(account).restore(spent, now);
    }

    /**
     * The attachments of the commands that a request in flight asks for, in the order in which the commands came in.
     * Some of the commands may have their result already.
     *
     * @param most the most attachments to return, the first ones
     * @return none if the request has ended
     */
    public List<T> attachments(Request request, int most) {
        InFlightRequest<T> asking = inFlight.get(request.id());
        return asking == null ? List.of() : asking.attachments(most);
    }

    /** S8: whether the switchboard holds as many commands as it may; more are welcome while it does not. */
    public boolean full() {
        return pending.size() >= settings.limits().waiting()
                || pending.weight() >= settings.limits().commandMemory();
    }

    /** S8: the bytes that the commands without a result take. */
    public long commandWeight() {
        return pending.weight();
    }

    /** S8: the bytes taken by the answers that are cached for commands with {@code maxAge}. */
    public long answerWeight() {
        return answers.weight();
    }

    /** Snapshots of all lanes that are not idle, in no order; all other accounts are {@link LaneSnapshot#idle}. */
    public List<LaneSnapshot> snapshot(long now) {
        return lanes.snapshot(now);
    }

    /** The number of commands that have no result yet. */
    public int pending() {
        return pending.size();
    }

    /** The number of requests in flight. */
    public int requestsInFlight() {
        return inFlight.size();
    }

    /** The number of accounts of which anything is kept. */
    int lanes() {
        return lanes.size();
    }

    /** S4: adds a command to a request in flight that is young enough for it, or lets the command wait. */
    private void joinOrEnqueue(PendingCommand<T> pendingCommand, long now) {
        pending.add(pendingCommand);
        InFlightRequest<T> latest = pendingCommand.lane.latestRequest(pendingCommand.key);
        if (latest != null && latest.youngEnough(pendingCommand.command, now)) {
            latest.add(pendingCommand);
            return;
        }
        pendingCommand.lane.enqueue(pendingCommand, now);
        waiting++;
        if (waiting > settings.limits().waiting()) {
            evict(lanes.fullestAvoiding(pendingCommand.lane), Refusals.ALL_FULL, now);
        }
        while (lanes.waitingWeight() > settings.limits().commandMemory()) {
            evict(lanes.heaviestAvoiding(pendingCommand.lane), Refusals.ALL_HEAVY, now);
        }
    }

    /** S5: refuses the newest command of a lane to make room. */
    private void evict(Lane<T> lane, QueryFailure why, long now) {
        PendingCommand<T> newest = lane.queue.newest();
        if (newest != null) {
            refuse(newest, why, now);
        }
    }

    /** S7: applies a failure to its lane and its commands. */
    private void failed(InFlightRequest<T> request, QueryFailure failure, long now) {
        Lane<T> lane = request.lane;
        lane.failed(request.key, failure, now);
        if (failure.reason() == Reason.UNAUTHORIZED && failure.scope() == Scope.ACCOUNT) {
            complete(request, new Outcome.Failed(Refusals.withRetryAfter(failure, lane, now)), now);
            lane.queue.all().forEach(command -> refuse(command, Refusals.closed(lane, now), now));
        } else if (failure.reason() == Reason.VENDOR_UNAVAILABLE) {
            List<PendingCommand<T>> exhausted = request.commands.stream()
                    .filter(command -> command.attempts() >= settings.retries().maxAttempts())
                    .toList();
            pending.complete(exhausted, request, new Outcome.Failed(failure), now);
            request.commands.forEach(command -> command.failed(failure));
            retries.add(request, failure.retryAfter(), now);
        } else {
            complete(request, new Outcome.Failed(failure), now);
        }
    }

    /** S6: refuses the commands that are certain to be late. */
    private void refuseLate(Lane<T> lane, long now) {
        if (Forecast.unneeded(lane, now)) {
            lane.setForecastAt(Long.MAX_VALUE, now);
            return;
        }
        Forecast<T> forecast = Forecast.of(lane, now);
        List<PendingCommand<T>> late = forecast.late();
        late.forEach(command -> dequeue(command, now));
        List<Long> waits = Forecast.usefulWaits(lane, late, now);
        for (int i = 0; i < late.size(); i++) {
            PendingCommand<T> command = late.get(i);
            pending.refuse(command, command.failureOr(Refusals.overBudget(waits.get(i))));
        }
        lane.setForecastAt(forecast.nextAt(), now);
    }

    private List<Request> start(int most, long now) {
        List<Request> requests = new ArrayList<>();
        while (requests.size() < most) {
            Lane<T> lane = nextReady();
            if (lane == null) {
                break;
            }
            InFlightRequest<T> started = lane.start(nextNumber++, now);
            waiting -= started.commands.size();
            inFlight.put(started.request.id(), started);
            requests.add(started.request);
        }
        return requests;
    }

    private @Nullable Lane<T> nextReady() {
        boolean totalReached = inFlight.size() >= settings.limits().requests();
        boolean maxReached = inFlight.size() >= settings.limits().maxRequests();
        return stopped || maxReached ? null : lanes.pollReady(totalReached);
    }

    /** S1: gives an expired command its result. */
    private void expire(PendingCommand<T> late, long now) {
        QueryFailure expired = dequeue(late, now) ? Refusals.EXPIRED_WAITING : Refusals.EXPIRED_IN_FLIGHT;
        pending.refuse(late.command, late.failureOr(expired));
    }

    private void complete(InFlightRequest<T> request, Outcome outcome, long now) {
        pending.complete(List.copyOf(request.commands), request, outcome, now);
    }

    private void refuse(PendingCommand<T> command, QueryFailure failure, long now) {
        dequeue(command, now);
        pending.refuse(command, failure);
    }

    /**
     * Removes a command from its lane's queue, or from its request; false if the command does not wait in the queue.
     */
    private boolean dequeue(PendingCommand<T> command, long now) {
        if (command.request != null) {
            command.request.remove(command);
        }
        boolean waited = command.lane.remove(command, now);
        waiting -= waited ? 1 : 0;
        return waited;
    }
}
