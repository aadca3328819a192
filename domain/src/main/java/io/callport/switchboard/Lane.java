package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Query;
import io.callport.query.QueryFailure.Sent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept per account. */
final class Lane<T> {
    final Account account;
    final QueryQueue<T> queue = new QueryQueue<>();
    final Slots slots;
    final Gathering gathering;
    final Closure closure = new Closure();
    final LaneOrder.Place<T> alarm = new LaneOrder.Place<>(this);
    final LaneOrder.Place<T> fullness = new LaneOrder.Place<>(this);
    private final Map<Query<?, ?>, Flight<T>> latestFlights = new HashMap<>();
    private final int mostInFlight;
    private int inFlight;
    private int awaitingBackoff;
    private long forecastAt = Long.MAX_VALUE;

    Lane(Account account, Budget budget, Settings settings) {
        this.account = account;
        this.slots = new Slots(budget, settings);
        this.gathering = new Gathering(budget);
        this.mostInFlight = settings.limits().requestsPerAccount();
    }

    boolean inFlight() {
        return inFlight > 0;
    }

    /** S3: whether a request may start now, as far as this lane alone can tell. */
    boolean mayStart(long now) {
        int most = closure.probing() ? 1 : mostInFlight;
        return queue.askable(now) && inFlight < most && closure.open(now) && slots.free(now);
    }

    void started(Flight<T> flight, long now) {
        inFlight++;
        slots.take();
        gathering.started(flight.request.query(), now);
        latestFlights.put(flight.request.query(), flight);
    }

    void ended(Flight<T> flight, Sent sent, long now) {
        inFlight--;
        slots.ended(sent, now);
        latestFlights.remove(flight.request.query(), flight);
    }

    /** The request for an equal query that started last and is still in flight. */
    @Nullable
    Flight<T> latestFlight(Query<?, ?> query) {
        return latestFlights.get(query);
    }

    /** When a command that came in now could be asked, as far as its query goes; not after now if it could at once. */
    long askableFrom(Query<?, ?> query, long now) {
        return Math.max(gathering.notBefore(query, now), queue.notBefore(query, now));
    }

    /** A request failed, and its commands are to wait again, but only the next turn knows for how long. */
    void awaitsBackoff(boolean awaits) {
        awaitingBackoff += awaits ? 1 : -1;
    }

    /** When time alone may next make a command late; the forecast knows. */
    void forecastAt(long time) {
        forecastAt = time;
    }

    /**
     * When, after now, time alone next changes anything about this lane; {@link Long#MAX_VALUE} for never. Where nothing
     * waits, nothing does but being forgotten.
     */
    long nextChange(long now) {
        if (queue.size() == 0) {
            return quiet() ? after(now, forgetAt()) : Long.MAX_VALUE;
        }
        long next = Math.min(slots.nextFree(now), after(now, queue.nextAskable()));
        next = Math.min(next, after(now, closure.opensAt()));
        return Math.min(next, after(now, forecastAt));
    }

    /** S8: whether it holds nothing, so that it can be forgotten and made anew. */
    boolean idle(long now) {
        return quiet() && forgetAt() <= now;
    }

    /** Whether only time keeps it. */
    private boolean quiet() {
        return queue.size() == 0 && inFlight == 0 && awaitingBackoff == 0;
    }

    private long forgetAt() {
        return Math.max(Math.max(slots.allFreeAt(), gathering.overAt()), closure.forgetAt());
    }

    /** What it is like; changes nothing. */
    LaneState look(long now) {
        Waiting<T> oldest = queue.oldest();
        return new LaneState(
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
