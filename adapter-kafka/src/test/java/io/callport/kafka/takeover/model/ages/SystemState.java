package io.callport.kafka.takeover.model.ages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole system. An age is counted from the end of the slot's request; it is negative while the request
 * may still arrive, and {@link #WINDOW} or more where the slot is free.
 *
 * @param timeout the present owner's HTTP timeout
 * @param owned whether the owner works; if not, its successor has not read yet
 * @param age what the owner believes, or the former one would believe now
 * @param inFlight whether the owner's own request has not ended for it
 * @param arrived whether that request has arrived, so that it may be answered
 * @param record the age that the record says, or null without a record
 * @param unwritten ticks since the owner wrote the record or read it, no further than the refresh
 * @param due whether the record must be written before time goes on
 * @param inherited whether the owner has read the record and not written it
 * @param gap ticks since the former owner has gone
 * @param travelling the ticks that each request may still need to arrive, sorted
 * @param sinceArrival ticks since the last arrival at the vendor
 */
record SystemState(
        int timeout,
        boolean owned,
        int age,
        boolean inFlight,
        boolean arrived,
        @Nullable Integer record,
        int unwritten,
        boolean due,
        boolean inherited,
        int gap,
        List<Integer> travelling,
        int sinceArrival,
        @Nullable String broken) {
    static final int WINDOW = 8;
    static final int REFRESH = 2;
    static final int LONG_TIMEOUT = 2;
    static final int SHORT_TIMEOUT = 1;
    /** An announced request starts within this time. */
    static final int START_DELAY = 1;

    /** No age changes any more after so many ticks: the oldest is free by then. */
    private static final int MAX_GAP = 2 * WINDOW;

    static final SystemState START = new SystemState(
            LONG_TIMEOUT, true, WINDOW, false, false, null, 0, false, false, 0, List.of(), WINDOW, null);

    /**
     * The time after the announcement within which a request may arrive: it starts late, times out, and arrives a
     * timeout later.
     */
    static int mayTake(int timeout) {
        return START_DELAY + 2 * timeout;
    }

    boolean free() {
        return age >= WINDOW;
    }

    SystemState tick() {
        List<Integer> later = travelling.stream()
                .filter(left -> left > 0)
                .map(left -> left - 1)
                .toList();
        return new SystemState(
                timeout,
                owned,
                Math.min(WINDOW, age + 1),
                inFlight,
                arrived,
                record,
                Math.min(REFRESH, unwritten + 1),
                due,
                inherited,
                owned ? 0 : Math.min(MAX_GAP, gap + 1),
                later,
                Math.min(WINDOW, sinceArrival + 1),
                null);
    }

    SystemState announced() {
        int latest = mayTake(timeout);
        List<Integer> requests = new ArrayList<>(travelling);
        requests.add(latest);
        requests.sort(null);
        return new SystemState(
                timeout,
                owned,
                -latest,
                true,
                false,
                -latest,
                0,
                false,
                false,
                0,
                List.copyOf(requests),
                sinceArrival,
                null);
    }

    /** @param own whether it is the request that the owner waits for */
    SystemState arrived(int request, boolean own) {
        List<Integer> rest = new ArrayList<>(travelling);
        rest.remove(request);
        String tooEarly = sinceArrival < WINDOW
                ? "two requests arrive " + sinceArrival + " ticks apart, in a window of " + WINDOW
                : null;
        return new SystemState(
                timeout,
                owned,
                age,
                inFlight,
                arrived || own,
                record,
                unwritten,
                due,
                inherited,
                gap,
                List.copyOf(rest),
                0,
                tooEarly);
    }

    /** The end is known when it is written: a crash in between is one before the end. */
    SystemState ended(int newAge) {
        return new SystemState(
                        timeout,
                        owned,
                        newAge,
                        false,
                        false,
                        record,
                        0,
                        false,
                        false,
                        gap,
                        travelling,
                        sinceArrival,
                        null)
                .written();
    }

    SystemState written() {
        Integer written = free() ? null : age;
        return new SystemState(
                timeout, owned, age, inFlight, arrived, written, 0, false, false, gap, travelling, sinceArrival, null);
    }

    SystemState left() {
        return new SystemState(
                timeout, false, age, false, false, record, 0, false, false, 0, travelling, sinceArrival, null);
    }

    /** The next owner has the other timeout, and counts on from what it has read. */
    SystemState takenOver(@Nullable Integer read, boolean isDue, @Nullable String problem) {
        int other = timeout == LONG_TIMEOUT ? SHORT_TIMEOUT : LONG_TIMEOUT;
        int newAge = read == null ? WINDOW : read;
        return new SystemState(
                other, true, newAge, false, false, record, 0, isDue, true, 0, travelling, sinceArrival, problem);
    }
}
