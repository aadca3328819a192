package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.QueryFailure.Sent;
import java.util.LinkedHashSet;

/** What is kept per account: its waiting commands in order of arrival, its slots, its requests in flight. */
final class Lane<T> {
    final Account account;
    private final Slots slots;
    private final int mostInFlight;
    private final LinkedHashSet<Waiting<T>> waiting = new LinkedHashSet<>();
    private int inFlight;

    Lane(Account account, Slots slots, int mostInFlight) {
        this.account = account;
        this.slots = slots;
        this.mostInFlight = mostInFlight;
    }

    void add(Waiting<T> command) {
        waiting.add(command);
    }

    /** Takes a command out of the queue; false if it does not wait here. */
    boolean remove(Waiting<T> command) {
        return waiting.remove(command);
    }

    int waiting() {
        return waiting.size();
    }

    boolean inFlight() {
        return inFlight > 0;
    }

    /** S3: whether a request may start now, as far as this lane alone can tell. */
    boolean mayStart(long now) {
        return !waiting.isEmpty() && inFlight < mostInFlight && slots.free(now);
    }

    /** Starts a request for the command that has waited longest. */
    Waiting<T> start() {
        Waiting<T> oldest = waiting.iterator().next();
        waiting.remove(oldest);
        slots.take();
        inFlight++;
        return oldest;
    }

    void ended(Sent sent, long now) {
        inFlight--;
        slots.ended(sent, now);
    }

    /** When, after now, time alone next changes what {@link #mayStart} or {@link #idle} says; {@link Long#MAX_VALUE} for never. */
    long nextChange(long now) {
        return slots.nextFree(now);
    }

    /** S8: whether it holds nothing, so that it can be forgotten and made anew. */
    boolean idle(long now) {
        return waiting.isEmpty() && inFlight == 0 && slots.unused(now);
    }
}
