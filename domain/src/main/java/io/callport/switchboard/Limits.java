package io.callport.switchboard;

/**
 * The most that the switchboard holds at once; each limit is at least 1.
 *
 * @param waitingPerAccount commands that wait on one account; further ones are refused {@code overloaded}
 * @param waiting commands that wait in all; {@link Switchboard#full()} says when to stop accepting
 * @param requestsPerAccount requests in flight of one account
 * @param requests requests in flight in all; an account with none may start one even so
 * @param remembered answers that are kept for commands that allow age, of all accounts together
 */
public record Limits(int waitingPerAccount, int waiting, int requestsPerAccount, int requests, int remembered) {
    public static final Limits DEFAULT = new Limits(10_000, 100_000, 4, 64, 1_000);

    /** @throws IllegalArgumentException if a limit is less than 1 */
    public Limits {
        requirePositive("waiting-per-account", waitingPerAccount);
        requirePositive("waiting", waiting);
        requirePositive("requests-per-account", requestsPerAccount);
        requirePositive("requests", requests);
        requirePositive("remembered", remembered);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": must be at least 1, but is " + value);
        }
    }
}
