package io.callport.webhook.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is taken from vendors, and how much of it at a time. Holds secrets and never shows them.
 *
 * @param accounts the accounts whose callbacks are taken
 * @param maxBodyBytes the largest body: at least 1
 * @param waitingBytes the most bytes of authentic callbacks that wait for the sink: at least one body's
 * @param maxAge the most by which a signed callback's own time may differ from now, to either side: more than 0
 * @param replies the answer to a callback whose event is safe, by vendor; {@link SuccessReply#DEFAULT} for the others
 */
public record WebhookSettings(
        List<WebhookAccount> accounts,
        int maxBodyBytes,
        long waitingBytes,
        Duration maxAge,
        Map<String, SuccessReply> replies) {
    /** The usual size of the largest body: many times what vendors document. */
    public static final int MAX_BODY_BYTES = 256 * 1024;

    /** The usual most bytes that wait for the sink: what comes in 3 seconds, at 10,000 callbacks of 1 KiB a second. */
    public static final long WAITING_BYTES = 32L << 20;

    /** The usual age: vendors are known to repeat for an hour, and without a bound a replay never ends. */
    public static final Duration MAX_AGE = Duration.ofDays(1);

    /**
     * Copies the list and the map.
     *
     * @throws IllegalArgumentException if a part is out of its bounds; the message names it
     */
    public WebhookSettings {
        accounts = List.copyOf(accounts);
        replies = Map.copyOf(replies);
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("max-body-size: must be at least 1, but is " + maxBodyBytes);
        }
        if (waitingBytes < maxBodyBytes) {
            throw new IllegalArgumentException(
                    "waiting: must be at least max-body-size, " + maxBodyBytes + ", but is " + waitingBytes);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("max-age: must be more than 0, as in P1D, but is " + maxAge);
        }
    }

    /** The usual settings for these accounts. */
    public static WebhookSettings of(List<WebhookAccount> accounts) {
        return new WebhookSettings(accounts, MAX_BODY_BYTES, WAITING_BYTES, MAX_AGE, Map.of());
    }
}
