package io.callport.app.config;

import io.callport.switchboard.Limits;

/**
 * How much is held at once; all at least 1.
 *
 * @param waitingPerAccount commands that wait on one account
 * @param waiting commands that wait in all
 * @param requestsPerAccount requests in flight of one account
 * @param requests requests in flight in all
 * @param remembered answers that are kept for commands that accept an older one
 */
public record LimitsConfig(int waitingPerAccount, int waiting, int requestsPerAccount, int requests, int remembered) {
    /** The limits unless told otherwise. */
    public static final LimitsConfig DEFAULT = new LimitsConfig(
            Limits.DEFAULT.waitingPerAccount(),
            Limits.DEFAULT.waiting(),
            Limits.DEFAULT.requestsPerAccount(),
            Limits.DEFAULT.requests(),
            Limits.DEFAULT.remembered());

    /** The limits as the switchboard takes them. */
    public Limits forSwitchboard() {
        return new Limits(waitingPerAccount, waiting, requestsPerAccount, requests, remembered);
    }
}
