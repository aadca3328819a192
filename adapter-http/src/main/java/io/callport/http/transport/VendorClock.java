package io.callport.http.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time at the vendor of one account, for timestamps that the vendor accepts: this machine's time and an offset.
 * 7moor refuses what is more than 5 minutes off (developer.7moor.com/v7/authorization), NXLink what is more than 60
 * seconds off (API interface invocation convention).
 *
 * <p>An offset is a guess until a request with it was answered. The first guess is 0; another one is made of the
 * {@code Date} header of a refusal that may be about the timestamp. A guess that is refused is withdrawn, because the
 * header may be what is wrong: then the offset is again the one that was accepted last. Each request says with which
 * offset it was signed, so that requests which overtake each other prove nothing wrong. Thread-safe.
 */
public final class VendorClock {
    /** Half of NXLink's tolerance; far above what a header of whole seconds blurs. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    /**
     * The time for which evidence against a guess counts. A guess costs one request, so a wrong one is not made at each
     * refusal; and it is made again at last, because a secret may be wrong together with a clock, and a clock may drift
     * across the vendor's limit.
     */
    private static final Duration EVIDENCE_HOLDS = Duration.ofMinutes(10);

    /** The meaning for the clock of a request's refusal, perhaps because of its timestamp. */
    public enum Verdict {
        /** The timestamp was as right as is known: the refusal has another cause. */
        UNRELATED,
        /** The clock is corrected by a guess, which the next request tries. */
        CORRECTED,
        /** The guess did not help, and the offset is again one that was accepted: the next request may be, too. */
        WITHDRAWN,
        /** The guess did not help, and no offset ever did: the refusal has another cause. */
        REFUTED,
        /** The request had another offset than the next one has, which may help. */
        SUPERSEDED
    }

    /**
     * An offset that a request was answered or refused with, and how far the vendor's clock then seemed to be ahead.
     */
    private record Evidence(
            Duration offset, Instant at, @Nullable Deviation deviation) {
        /** Whether this still counts; a clock that was set since then makes it void. */
        boolean holds(Instant now) {
            return Duration.between(at, now).abs().compareTo(EVIDENCE_HOLDS) <= 0;
        }
    }

    /**
     * The lead of a {@code Date} header, written at some time between request and answer, over this machine's clock.
     */
    private record Deviation(Duration least, Duration most) {
        static @Nullable Deviation of(@Nullable Instant vendorTime, Instant asked, Instant answered) {
            if (vendorTime == null) {
                return null;
            }
            Duration fromStart = Duration.between(asked, vendorTime);
            Duration fromEnd = Duration.between(answered, vendorTime);
            boolean forward = fromEnd.compareTo(fromStart) <= 0; // false if the clock was set back meanwhile
            return forward ? new Deviation(fromEnd, fromStart) : new Deviation(fromStart, fromEnd);
        }

        /** Whether a clock with this offset could have written the header, apart from the tolerance. */
        boolean fits(Duration offset) {
            return offset.compareTo(least.minus(TOLERANCE)) >= 0 && offset.compareTo(most.plus(TOLERANCE)) <= 0;
        }

        Duration middle() {
            return least.plus(most).dividedBy(2);
        }
    }

    private final InstantSource local;
    private Duration offset = Duration.ZERO;
    private @Nullable Evidence accepted;
    private @Nullable Evidence refuted;

    /** A clock that is right as long as no refusal shows otherwise. */
    public VendorClock(InstantSource local) {
        this.local = local;
    }

    /** The time to sign a request with. */
    public synchronized ClockReading read() {
        return new ClockReading(local.instant(), offset);
    }

    /** The offset of the next request: how far this machine's clock is taken to be behind the vendor's. */
    public synchronized Duration offset() {
        return offset;
    }

    /**
     * Notes that a request was answered: its offset is good, whatever the header of the answer says.
     *
     * @param vendorTime the time in the answer's {@code Date} header; {@code null} if there is none
     */
    public synchronized void accepted(ClockReading signed, @Nullable Instant vendorTime) {
        Instant now = local.instant();
        accepted = new Evidence(signed.offset(), now, Deviation.of(vendorTime, signed.local(), now));
        offset = signed.offset();
        refuted = null;
    }

    /**
     * Notes that a request was refused, perhaps because of its timestamp, and makes or withdraws a guess.
     *
     * @param vendorTime the time in the refusal's {@code Date} header; {@code null} if there is none
     * @param named whether the refusal names the timestamp, so that no other cause is as likely
     */
    public synchronized Verdict refused(ClockReading signed, @Nullable Instant vendorTime, boolean named) {
        if (!signed.offset().equals(offset)) {
            return guessing() || accepted != null ? Verdict.SUPERSEDED : Verdict.UNRELATED;
        }
        Instant now = local.instant();
        Deviation deviation = Deviation.of(vendorTime, signed.local(), now);
        if (guessing()) {
            refuted = new Evidence(offset, now, deviation);
            offset = lastGood();
            return accepted == null ? Verdict.REFUTED : Verdict.WITHDRAWN;
        }
        if (deviation == null || deviation.fits(offset) || !mayHelp(deviation, named, now)) {
            return Verdict.UNRELATED;
        }
        offset = deviation.middle();
        return Verdict.CORRECTED;
    }

    /**
     * Notes that a request was refused with words that no document explains. That may be because of a wrong guess, so a
     * guess is withdrawn; it may be made again.
     *
     * @return whether a guess was withdrawn
     */
    public synchronized boolean refusedForUnknownCause(ClockReading signed) {
        boolean withdrawn = guessing() && signed.offset().equals(offset);
        if (withdrawn) {
            offset = lastGood();
        }
        return withdrawn;
    }

    private boolean guessing() {
        return !offset.equals(lastGood());
    }

    private Duration lastGood() {
        return accepted == null ? Duration.ZERO : accepted.offset();
    }

    /**
     * Whether the guess is new: neither refused lately, nor contradicted by an answer with a header that was off just
     * as far.
     */
    private boolean mayHelp(Deviation seen, boolean named, Instant now) {
        Evidence against = refuted;
        if (against != null && against.holds(now) && seen.fits(against.offset())) {
            return false;
        }
        Evidence good = accepted;
        boolean sameAsWhenAccepted = good != null
                && good.holds(now)
                && good.deviation() != null
                && good.deviation().fits(seen.middle());
        return named || !sameAsWhenAccepted;
    }
}
