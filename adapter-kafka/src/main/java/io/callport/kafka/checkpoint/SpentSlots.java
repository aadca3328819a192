package io.callport.kafka.checkpoint;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slots that accounts have spent of their budgets, as ages that count from the moment of reading. They may be more
 * than were spent, never fewer. Immutable.
 */
public final class SpentSlots {
    private static final SpentSlots NONE = new SpentSlots(new TreeMap<>(), null);
    private static final SpentSlots ALL = new SpentSlots(new TreeMap<>(), SlotAges.JUST_NOW);

    private final Map<Integer, List<HashedAccountSlots>> byHash;
    private final @Nullable SpentSlot others;

    private SpentSlots(Map<Integer, List<HashedAccountSlots>> byHash, @Nullable SpentSlot others) {
        this.byHash = byHash;
        this.others = others;
    }

    /** Slots of which no account has spent any. */
    public static SpentSlots none() {
        return NONE;
    }

    /** Every account has just spent its whole budget: what must be assumed where a checkpoint is missing. */
    public static SpentSlots allSpent() {
        return ALL;
    }

    /** What these accounts have spent; one that has spent nothing, or has no budget, counts as not listed. */
    public static SpentSlots from(Collection<AccountSlots> spent) {
        List<HashedAccountSlots> accounts = new ArrayList<>(spent.size());
        for (AccountSlots each : spent) {
            if (each.budget().limited() && !each.slots().isEmpty()) {
                accounts.add(HashedAccountSlots.of(each));
            }
        }
        return of(accounts, null);
    }

    /** What these accounts have spent, and if not null, that every other account's slots are all spent and that young. */
    static SpentSlots of(List<HashedAccountSlots> accounts, @Nullable SpentSlot others) {
        Map<Integer, List<HashedAccountSlots>> byHash = new TreeMap<>();
        for (HashedAccountSlots account : accounts) {
            byHash.merge(account.hash(), List.of(account), SpentSlots::together);
        }
        return new SpentSlots(byHash, others);
    }

    /**
     * The slots to restore for an account: its own, if it is listed with the same budget. If it is listed with another
     * budget, all slots of the configured budget, as if they had just been spent, or in flight if any was. If it is not
     * listed, none, unless the checkpoint has a line for all accounts that are not listed: then all its slots, of that
     * line's age.
     */
    public List<SpentSlot> of(Account account, Budget configured) {
        if (!configured.limited()) {
            return List.of();
        }
        List<HashedAccountSlots> listed = byHash.getOrDefault(HashedAccountSlots.hash(account), List.of());
        if (listed.isEmpty()) {
            return others == null ? List.of() : Collections.nCopies(configured.requests(), others);
        }
        if (listed.size() == 1 && listed.get(0).budget().equals(configured)) {
            return listed.get(0).slots();
        }
        SpentSlot youngest = SlotAges.JUST_NOW;
        for (HashedAccountSlots each : listed) {
            youngest = SlotAges.younger(each.youngest(), youngest);
        }
        return Collections.nCopies(configured.requests(), youngest);
    }

    /** The accounts that are listed, in the order of their hashes; two of one hash have different budgets. */
    List<HashedAccountSlots> accounts() {
        return byHash.values().stream().flatMap(List::stream).toList();
    }

    /** The age with which an account that is not listed counts; {@code null} if such an account has spent nothing. */
    @Nullable
    SpentSlot others() {
        return others;
    }

    private static List<HashedAccountSlots> together(List<HashedAccountSlots> some, List<HashedAccountSlots> one) {
        HashedAccountSlots added = one.get(0);
        List<HashedAccountSlots> all = new ArrayList<>();
        for (HashedAccountSlots each : some) {
            if (each.budget().equals(added.budget())) {
                added = added.and(each);
            } else {
                all.add(each);
            }
        }
        all.add(added);
        all.sort(Comparator.comparing(each -> each.budget().toString()));
        return List.copyOf(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpentSlots that && byHash.equals(that.byHash) && Objects.equals(others, that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byHash, others);
    }

    /** The number of listed accounts, for a log line. */
    @Override
    public String toString() {
        return byHash.size() + " accounts" + (others == null ? "" : " and every other");
    }
}
