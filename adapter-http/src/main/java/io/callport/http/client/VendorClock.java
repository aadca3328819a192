package io.callport.http.client;

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

    /** A clock that trusts this source until it learns better. */
    public VendorClock(InstantSource local) {
        this.local = local;
    }

    /** The time at the vendor, as far as is known. */
    public Instant now() {
        return local.instant().plus(offset);
    }

    /**
     * A request was refused, and the answer says that it is that time.
     *
     * @return how far this machine's clock is behind the vendor's, if the correction has changed because of it
     */
    public @Nullable Duration refusedAt(@Nullable Instant vendorTime) {
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
