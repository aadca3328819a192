package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state that is kept of one account. Every change goes through a method of this class, which marks the lane as
 * changed; other classes only read its parts.
 */
final class Lane<T> {
    final Account account;
    final QueryQueue<T> queue;
    final Slots slots;
    final LaneClosure closure;
    final IndexedHeap.Entry<Lane<T>> timer = new IndexedHeap.Entry<>(this);
    final IndexedHeap.Entry<Lane<T>> fullness = new IndexedHeap.Entry<>(this);
    final IndexedHeap.Entry<Lane<T>> heaviness = new IndexedHeap.Entry<>(this);
    /** The weight of the queue when the lane was placed last. */
    long placedWeight;

    private final QuerySpacing spacing;
    private final Lanes<T> lanes;
    private final Map<QueryKey, InFlightRequest<T>> latestRequests = new HashMap<>();
    private final int maxInFlight;
    private int inFlight;
    private int awaitingRetry;
    private long forecastAt = Long.MAX_VALUE;

    Lane(Account account, Settings settings, Lanes<T> lanes) {
        Budget budget = settings.budgets().apply(account);
        this.account = account;
        this.lanes = lanes;
        this.slots = new Slots(budget, settings);
        this.queue = new QueryQueue<>(new QueriesAhead<>(slots.limited(), slots.gap()));
        this.spacing = new QuerySpacing(budget);
        this.closure = new LaneClosure(settings.retries());
        this.maxInFlight = settings.limits().requestsPerAccount();
    }

    /** S4: lets a command wait until its query may start. */
    void enqueue(PendingCommand<T> command, long now) {
        queue.add(command, spacing.notBefore(command.key, now));
        lanes.markChanged(this, now);
    }

    /** Removes a command from the queue; false if the command does not wait there. */
    boolean remove(PendingCommand<T> command, long now) {
        lanes.markChanged(this, now);
        return queue.remove(command);
    }

    /** Starts a request for the first query that may start, with all its commands. */
    InFlightRequest<T> start(long id, long now) {
        WaitingQuery<T> query = queue.poll();
        Request request = new Request(id, account, query.key.query, query.failures + 1);
        InFlightRequest<T> started = new InFlightRequest<>(request, query.key, this, now, query.failures);
        query.commands.forEach(started::add);
        inFlight++;
        slots.reserve();
        spacing.started(query.key, now);
        latestRequests.put(query.key, started);
        lanes.markChanged(this, now);
        return started;
    }

    void ended(InFlightRequest<T> request, Sent sent, long now) {
        inFlight--;
        slots.ended(sent, now);
        latestRequests.remove(request.key, request);
        lanes.markChanged(this, now);
    }

    void answered(long now) {
        closure.answered();
        lanes.markChanged(this, now);
    }

    void failed(QueryKey key, QueryFailure failure, long now) {
        closure.failed(key, failure, now);
        lanes.markChanged(this, now);
    }

    /** Counts a failed request whose commands are to wait again; only the next advance knows for how long. */
    void awaitRetry(long now) {
        awaitingRetry++;
        lanes.markChanged(this, now);
    }

    /** S7: lets commands of a failed request wait again, until {@code notBefore} or longer. */
    void requeue(InFlightRequest<T> request, Collection<PendingCommand<T>> commands, long notBefore, long now) {
        awaitingRetry--;
        if (!commands.isEmpty()) {
            long spaced = spacing.notBefore(request.key, now);
            queue.addAgain(commands, request.key, Math.max(notBefore, spaced), request.failures + 1);
        }
        lanes.markChanged(this, now);
    }

    void restore(List<SpentSlots> spent, long now) {
        slots.restore(spent, now);
        lanes.markChanged(this, now);
    }

    /** Sets the next time at which time alone may make a command late, as the forecast found. */
    void setForecastAt(long time, long now) {
        forecastAt = time;
        lanes.setTimer(this, now);
    }

    boolean hasRequestInFlight() {
        return inFlight > 0;
    }

    /** S3: whether a request may start now, as far as this lane alone decides. */
    boolean mayStart(long now) {
        int most = closure.probing() ? 1 : maxInFlight;
        queue.releaseDelayed(now);
        return queue.hasReady() && inFlight < most && closure.open(now) && slots.free(now);
    }

    /** The request that started last for an equal query; {@code null} if it has ended. */
    @Nullable
    InFlightRequest<T> latestRequest(QueryKey key) {
        return latestRequests.get(key);
    }

    /**
     * The earliest start of a command that comes in now, as far as its query decides; not after now if that is at once.
     */
    long readyFrom(QueryKey key, long now) {
        return Math.max(spacing.notBefore(key, now), queue.notBefore(key, now));
    }

    /**
     * The next time, after now, at which time alone changes anything about this lane; {@link Long#MAX_VALUE} for never.
     * A lane where nothing waits changes only by being forgotten.
     */
    long nextChange(long now) {
        if (queue.size() == 0) {
            return holdsNothing() ? after(now, forgetAt()) : Long.MAX_VALUE;
        }
        long next = Math.min(slots.nextFree(now), after(now, queue.nextReady()));
        next = Math.min(next, after(now, closure.opensAt()));
        return Math.min(next, after(now, forecastAt));
    }

    /** S8: whether the lane holds nothing, so that it can be forgotten and recreated later. */
    boolean idle(long now) {
        return holdsNothing() && forgetAt() <= now;
    }

    /** Whether nothing but time keeps the lane. */
    private boolean holdsNothing() {
        return queue.size() == 0 && inFlight == 0 && awaitingRetry == 0;
    }

    private long forgetAt() {
        return Math.max(Math.max(slots.allFreeAt(), spacing.endsAt()), closure.forgetAt());
    }

    LaneSnapshot snapshot(long now) {
        PendingCommand<T> oldest = queue.oldest();
        return new LaneSnapshot(
                account,
                queue.size(),
                oldest == null ? Duration.ZERO : Duration.ofNanos(now - oldest.acceptedAt),
                inFlight,
                slots.used(now),
                closure.closedFor(now),
                closure.closedBy(now));
    }

    private static long after(long now, long time) {
        return time > now ? time : Long.MAX_VALUE;
    }
}
