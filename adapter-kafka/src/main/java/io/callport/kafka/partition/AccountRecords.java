package io.callport.kafka.partition;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records that the state topic has of a partition's accounts, and which of them must be written: those of accounts
 * that changed, and those that grow old. A record says ages that count on from the moment of reading, so that an old
 * record makes the next owner wait for too long. The cost of a transaction does not depend on the number of accounts.
 * Times are nanoseconds on a monotonic clock. Not thread-safe.
 */
public final class AccountRecords {
    /**
     * A record may be that old while a slot is not free: a tenth of the window, or of the time since the partition was
     * taken over if that is less; half a minute if that is more. So what is lost in many takeovers is a tenth of the
     * time that they took, and not a tenth of the window each time.
     */
    private static final int AGE_DIVISOR = 10;

    private static final Duration MIN_AGE = Duration.ofSeconds(30);

    /**
     * A last record, which the next owner reads, is written again where it is older than a thousandth of the window:
     * what is lost adds up over many takeovers.
     */
    private static final int LAST_AGE_DIVISOR = 1_000;

    /** The refresh of inherited records is spread over that time. */
    private static final Duration INHERITED = Duration.ofSeconds(30);

    private static final Comparator<Due> DUE_FIRST = Comparator.comparingLong(Due::at)
            .thenComparing(it -> it.account().vendor())
            .thenComparing(it -> it.account().key());

    private final long beganAt;
    private final Map<Account, Kept> kept = new HashMap<>();
    private final Set<Account> changed = new LinkedHashSet<>();
    private final NavigableSet<Due> due = new TreeSet<>(DUE_FIRST);

    /** The record of an account: when it was written, and when it must be written again. */
    private record Kept(Budget budget, long writtenAt, long dueAt) {}

    private record Due(Account account, long at) {}

    /** @param beganAt the time at which the partition was taken over */
    public AccountRecords(long beganAt) {
        this.beganAt = beganAt;
    }

    /**
     * Adds the accounts whose records the last owner wrote: each is due within half a minute, evenly spread.
     *
     * @param budgets the budgets that the records name
     */
    public void inherit(Map<Account, Budget> budgets) {
        long step = INHERITED.toNanos() / Math.max(1, budgets.size());
        long at = beganAt;
        for (Map.Entry<Account, Budget> account : budgets.entrySet()) {
            keep(account.getKey(), account.getValue(), beganAt, at);
            at += step;
        }
    }

    /** Notes that an account's slots have changed since its record was written. */
    public void markChanged(Account account) {
        changed.add(account);
    }

    /** The number of accounts whose slots have changed since their record was written. */
    public int changedCount() {
        return changed.size();
    }

    /** The time from which the record that is due first is due; {@link Long#MAX_VALUE} if none is. */
    public long dueAt() {
        return due.isEmpty() ? Long.MAX_VALUE : due.first().at();
    }

    /**
     * Takes the accounts to write in the next transaction: all that changed, and some whose records are due.
     *
     * @param maxDue the most accounts to take that did not change
     */
    public List<Account> drain(int maxDue, long now) {
        List<Account> drained = new ArrayList<>(changed);
        int most = drained.size() + maxDue;
        for (Due next : due) {
            if (next.at() > now || drained.size() >= most) {
                break;
            }
            if (!changed.contains(next.account())) {
                drained.add(next.account());
            }
        }
        changed.clear();
        drained.forEach(this::notDue);
        return drained;
    }

    /**
     * Takes the accounts to write in the last transaction: all that changed, and all whose record is not quite fresh.
     */
    public List<Account> drainForHandOver(long now) {
        Set<Account> drained = new LinkedHashSet<>(changed);
        changed.clear();
        kept.forEach((account, record) -> {
            if (now - record.writtenAt() > window(record) / LAST_AGE_DIVISOR) {
                drained.add(account);
            }
        });
        return List.copyOf(drained);
    }

    /** Takes accounts back whose transaction was not committed. */
    public void putBack(Collection<Account> drained) {
        changed.addAll(drained);
    }

    /**
     * Notes that the record of an account was committed.
     *
     * @param freeAt the time at which the last of its slots is free
     */
    public void written(Account account, Budget budget, long freeAt, long now) {
        long oldest = Math.min(budget.window().toNanos(), now - beganAt) / AGE_DIVISOR;
        keep(account, budget, now, Math.min(freeAt, now + Math.max(MIN_AGE.toNanos(), oldest)));
    }

    /** Notes that an account has no record any more: all its slots are free. */
    public void removed(Account account) {
        notDue(account);
        kept.remove(account);
    }

    /** Whether the state topic has a record of an account. */
    public boolean has(Account account) {
        return kept.containsKey(account);
    }

    /** The number of accounts that the state topic has a record of. */
    public int size() {
        return kept.size();
    }

    private void keep(Account account, Budget budget, long writtenAt, long dueAt) {
        notDue(account);
        kept.put(account, new Kept(budget, writtenAt, dueAt));
        due.add(new Due(account, dueAt));
    }

    private void notDue(Account account) {
        Kept record = kept.get(account);
        if (record != null) {
            due.remove(new Due(account, record.dueAt()));
        }
    }

    private static long window(Kept record) {
        return record.budget().window().toNanos();
    }
}
