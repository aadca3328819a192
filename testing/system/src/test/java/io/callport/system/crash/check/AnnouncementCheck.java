package io.callport.system.crash.check;

import io.callport.account.Budget;
import io.callport.system.crash.evidence.AccountRecord;
import io.callport.system.crash.evidence.VendorRequest;
import io.callport.system.crash.process.FreezePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that every request was announced. The latest record of its account that was committed before the request
 * arrived must show enough slots: at least as many slots not yet free at the arrival as there were requests in the
 * window that ends with the arrival.
 *
 * <p>Only a request of a process that stood still between its check and its socket write is excused: such a request
 * arrives right after the process was woken, and had been announced by the time that the process was stopped. An
 * excused request counts for no other request.
 */
public final class AnnouncementCheck {
    private static final Duration RIGHT_AFTER = Duration.ofSeconds(2);

    private final Budget budget;
    private final List<FreezePeriod> freezePeriods;
    private final Set<VendorRequest> excused = new HashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private int requests;

    /** Makes a check for a budget that all accounts have, and the periods in which processes stood still. */
    public AnnouncementCheck(Budget budget, List<FreezePeriod> freezePeriods) {
        this.budget = budget;
        this.freezePeriods = freezePeriods;
    }

    /** Checks an account's requests against its records on the state partition of its home, both in order. */
    public void check(String account, List<VendorRequest> arrivals, List<AccountRecord> records) {
        AnnouncedSlots announced = new AnnouncedSlots(records);
        List<VendorRequest> counted = new ArrayList<>();
        for (VendorRequest arrival : arrivals) {
            requests++;
            AccountRecord latest = announced.by(millis(arrival.at()));
            int unfree = AnnouncedSlots.unfree(latest, arrival.at());
            counted.add(arrival);
            int needed = in(counted, arrival.at());
            if (unfree >= needed) {
                continue;
            }
            if (frozen(account, arrival, announced, counted)) {
                excused.add(arrival);
                counted.remove(arrival);
            } else {
                evidence.add(unannounced(account, arrival, latest, unfree, needed));
            }
        }
    }

    /** The requests that were excused so far. */
    public Set<VendorRequest> excused() {
        return Set.copyOf(excused);
    }

    /** Returns the result of all checked accounts. */
    public CheckResult verdict() {
        return new CheckResult(
                "every request was announced",
                "requests %d, not announced %d, excused as frozen before the write %d"
                        .formatted(requests, evidence.size(), excused.size()),
                List.copyOf(evidence));
    }

    /**
     * Whether the request was announced by the time that its process was stopped, and arrived right after the process
     * was woken.
     */
    private boolean frozen(
            String account, VendorRequest arrival, AnnouncedSlots announced, List<VendorRequest> counted) {
        for (FreezePeriod freeze : freezePeriods) {
            Duration after = Duration.between(freeze.until(), arrival.at());
            if (freeze.instance() != arrival.instance() || after.isNegative() || after.compareTo(RIGHT_AFTER) > 0) {
                continue;
            }
            long sameStop = excused.stream()
                    .filter(other -> other.account().equals(account) && other.instance() == arrival.instance())
                    .filter(other -> !other.at().isBefore(freeze.until()))
                    .count();
            AccountRecord then = announced.by(millis(freeze.from()));
            return AnnouncedSlots.unfree(then, freeze.from()) >= in(counted, freeze.from()) + sameStop + 1;
        }
        return false;
    }

    /** Counts the arrivals in the window that ends at that time, including that moment. */
    private int in(List<VendorRequest> arrivals, Instant end) {
        Instant begin = end.minus(budget.window());
        return (int) arrivals.stream()
                .filter(it -> it.at().isAfter(begin) && !it.at().isAfter(end))
                .count();
    }

    /**
     * Truncates a time to the broker's milliseconds; a request of the same millisecond gets the benefit of the doubt.
     */
    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String unannounced(
            String account, VendorRequest arrival, AccountRecord latest, int unfree, int needed) {
        return "%s: %s was not announced: %d slots needed, %d in the record of %s (offset %d, %s)"
                .formatted(
                        account,
                        arrival,
                        needed,
                        unfree,
                        latest.committedAt(),
                        latest.offset(),
                        latest.state() == null ? "no slots" : latest.state().slots());
    }
}
