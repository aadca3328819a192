package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.query.Reason;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the over-budget refusals of each configured account, and keeps its last refusal. Thread-safe. */
public final class RefusalTallies {
    /** The tally of an account without refusals. */
    public static final Tally NONE = new Tally(0, null);

    private final Set<Account> configured;
    private final Map<Account, Tally> tallies = new ConcurrentHashMap<>();

    /**
     * The refusals of one account.
     *
     * @param overBudget the number of refusals because the budget was spent
     * @param last the last refusal
     */
    public record Tally(long overBudget, @Nullable PublishedRefusal last) {}

    /**
     * Makes tallies without a refusal.
     *
     * @param configured the accounts to count: a sender can make up any other account
     */
    public RefusalTallies(Set<Account> configured) {
        this.configured = configured;
    }

    /** Counts a refusal that was published. */
    public void add(Account account, PublishedRefusal refusal) {
        if (configured.contains(account)) {
            int more = refusal.reason() == Reason.OVER_BUDGET ? 1 : 0;
            tallies.merge(
                    account,
                    new Tally(more, refusal),
                    (before, now) -> new Tally(before.overBudget + now.overBudget, now.last));
        }
    }

    /** All tallies so far, by account. */
    public Map<Account, Tally> all() {
        return Map.copyOf(tallies);
    }
}
