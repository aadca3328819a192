package io.callport.http.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time at a vendor, for timestamps that it accepts: this machine's time, corrected once the vendor refused a request
 * and its {@code Date} header shows that the two clocks differ. 7moor refuses what is more than 5 minutes off
 * (developer.7moor.com/v7/authorization), NXLink what is more than 60 seconds off (API interface invocation convention).
 *
 * <p>An answer never corrects the clock: it proves that the time which was sent is good enough, whatever the header says.
 * Thread-safe.
 */
public final class VendorClock {
    /** Half of NXLink's tolerance; far above what a header of whole seconds and a slow answer blur. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final InstantSource local;
    private volatile Duration offset = Duration.ZERO;

    /** A clock that is right as long as no vendor's refusal shows otherwise. */
    public VendorClock(InstantSource local) {
        this.local = local;
    }

    /** This machine's time, with the correction that is known. */
    public Instant now() {
        return local.instant().plus(offset);
    }

    /**
     * Corrects the clock after a refusal, if its {@code Date} header shows that the clocks differ.
     *
     * @param vendorTime the time in that header; {@code null} if there is none
     * @return how far this machine's clock is behind the vendor's, if that changed the correction; {@code null} if not
     */
    public @Nullable Duration correctAfterRefusal(@Nullable Instant vendorTime) {
        if (vendorTime == null) {
            return null;
        }
        Duration behind = Duration.between(local.instant(), vendorTime);
        if (behind.minus(offset).abs().compareTo(TOLERANCE) <= 0) {
            return null;
        }
        offset = behind;
        return behind;
    }
}
