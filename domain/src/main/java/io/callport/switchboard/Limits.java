package io.callport.switchboard;

/**
 * The most that the switchboard holds at once; each limit is at least 1.
 *
 * @param waitingPerAccount commands that wait on one account; further ones are refused {@code overloaded}
 * @param waiting commands that wait in all; {@link Switchboard#full()} says when to stop accepting
 * @param requestsPerAccount requests in flight of one account
 * @param requests requests in flight in all; an account with none may still start one, up to {@link #maxRequests()}
 * @param memory the bytes that everything held may take, by the weights that the caller gives; the shares of commands
 *     and of cached answers follow from it
 */
public record Limits(int waitingPerAccount, int waiting, int requestsPerAccount, int requests, long memory) {
    /**
     * The most requests in flight are this many times the usual total: so many more accounts may be slow at once before
     * others wait for their turn. A thread for each of them costs little.
     */
    private static final int MAX_PER_REQUEST = 4;

    /** Limits whose memory suits a heap of 640 MiB. */
    public static final Limits DEFAULT = new Limits(10_000, 100_000, 4, 64, 256L << 20);

    /** @throws IllegalArgumentException if a limit is less than 1 */
    public Limits {
        requirePositive("waiting-per-account", waitingPerAccount);
        requirePositive("waiting", waiting);
        requirePositive("requests-per-account", requestsPerAccount);
        requirePositive("requests", requests);
        requirePositive("memory", memory);
    }

    /** The bytes that commands without a result may take, of all accounts together: a quarter of the memory. */
    public long commandMemory() {
        return Math.max(1, memory / 4);
    }

    /** The bytes that the waiting commands of one account may take: a quarter of what all commands may take. */
    public long commandMemoryPerAccount() {
        return Math.max(1, commandMemory() / 4);
    }

    /**
     * The bytes that may be taken by the answers that are cached for commands with {@code maxAge}: an eighth of the
     * memory.
     */
    public long answerMemory() {
        return Math.max(1, memory / 8);
    }

    /**
     * S5: the most requests in flight in all, with those of accounts that had none: four times {@link #requests}.
     * Beyond it such accounts take turns, so that no number of slow accounts needs a thread each.
     */
    public int maxRequests() {
        return (int) Math.min(Integer.MAX_VALUE, (long) MAX_PER_REQUEST * requests);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": must be at least 1, but is " + value);
        }
    }
}
