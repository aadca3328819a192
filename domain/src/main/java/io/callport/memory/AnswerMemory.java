package io.callport.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory of answers while their requests are in flight: a quarter of the memory. Half of it is for requests as they
 * start, with {@link #USUAL} bytes each, so that no answer, however large and slow, keeps the requests of others from
 * starting. The other half is for answers that need more: they wait for it, in turn. So that answers which are half
 * read cannot wait for each other, one of them may go beyond, up to half of the memory. Thread-safe; blocks no thread.
 */
public final class AnswerMemory {
    /** The bytes with which a request is counted before more is known: enough for an answer of 16 KiB. */
    public static final long USUAL = 64 << 10;

    private final MemoryLedger ledger;
    private final long share;
    private final long largest;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicLong grown = new AtomicLong();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable Reservation oversized;

    private record Waiting(Reservation reservation, long bytes, CompletableFuture<Boolean> granted) {}

    AnswerMemory(MemoryLedger ledger) {
        this.ledger = ledger;
        this.share = ledger.capacity() / 8;
        this.largest = ledger.capacity() / 2;
    }

    /** The number of requests that may still start, by the memory that their answers usually take. */
    public int maxStarts() {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, share / USUAL - started.get()));
    }

    /** Counts a request as in flight. */
    public void requestStarted() {
        started.incrementAndGet();
        ledger.add(MemoryUse.REQUESTS, USUAL);
    }

    /** Counts a request as in flight no longer. */
    public void requestEnded() {
        started.decrementAndGet();
        ledger.add(MemoryUse.REQUESTS, -USUAL);
    }

    /** Counts bytes as held, whether there is room or not: those of an answer that was read. */
    public void hold(long bytes) {
        add(bytes);
    }

    /** Counts bytes as held no longer. */
    public void release(long bytes) {
        add(-bytes);
        serve();
    }

    private void add(long bytes) {
        grown.addAndGet(bytes);
        ledger.add(MemoryUse.REQUESTS, bytes);
    }

    /** Makes a reservation for one answer, which holds nothing beyond the usual yet. */
    public Reservation reserve() {
        return new Reservation();
    }

    private synchronized CompletableFuture<Boolean> grow(Reservation reservation, long bytes) {
        if (bytes <= reservation.held) {
            return CompletableFuture.completedFuture(true);
        }
        if (bytes > largest || reservation.closed) {
            return CompletableFuture.completedFuture(false);
        }
        if (grant(reservation, bytes)) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> granted = new CompletableFuture<>();
        waiting.add(new Waiting(reservation, bytes, granted));
        return granted;
    }

    private boolean grant(Reservation reservation, long bytes) {
        long more = bytes - reservation.held;
        boolean fits = grown.get() + more <= share;
        if (!fits && oversized != null && oversized != reservation) {
            return false;
        }
        if (!fits) {
            oversized = reservation;
        }
        reservation.held = bytes;
        add(more);
        return true;
    }

    /** Grants what fits by now, in turn; completes the waits outside the lock, for their callers go on at once. */
    private void serve() {
        Deque<CompletableFuture<Boolean>> served = new ArrayDeque<>();
        synchronized (this) {
            for (Iterator<Waiting> queue = waiting.iterator(); queue.hasNext(); ) {
                Waiting next = queue.next();
                if (!grant(next.reservation, next.bytes)) {
                    break;
                }
                queue.remove();
                served.add(next.granted);
            }
        }
        served.forEach(granted -> granted.complete(true));
    }

    private void end(Reservation reservation) {
        synchronized (this) {
            waiting.removeIf(it -> it.reservation == reservation);
            add(-reservation.held);
            reservation.held = 0;
            reservation.closed = true;
            if (oversized == reservation) {
                oversized = null;
            }
        }
        serve();
    }

    /** The memory of one answer beyond the usual. Thread-safe. */
    public final class Reservation implements AutoCloseable {
        private long held;
        private boolean closed;

        private Reservation() {}

        /**
         * Asks for so many bytes in all.
         *
         * @return completes with true once they are held; with false if no answer may take so many, or the reservation
         *     is closed. It never completes if the reservation is closed while it waits
         */
        public CompletableFuture<Boolean> grow(long bytes) {
            return AnswerMemory.this.grow(this, bytes - USUAL);
        }

        /** Gives all that it holds back. */
        @Override
        public void close() {
            end(this);
        }
    }
}
