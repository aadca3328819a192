package io.callport.system.crash.check;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.checkpoint.CheckpointReader;
import io.callport.switchboard.SpentSlot;
import io.callport.system.crash.evidence.CommittedOffset;
import io.callport.system.crash.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The checkpoints of one partition by the time of their commit, and their slots of an account. */
final class AnnouncedSlots {
    /**
     * The longest time from announcement to arrival: a request starts at most 5 s after its announcement, and arrives
     * at most two of the vendor's timeouts later.
     */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5).plus(Plan.VENDOR_TIMEOUT.multipliedBy(2));

    /**
     * The divisor for the clocks' rates: slots are held a thousandth longer than the window, since clocks differ in
     * rate.
     */
    private static final int CLOCK_RATE_DIVISOR = 1_000;

    private static final CommittedOffset NONE = new CommittedOffset(Instant.EPOCH, -1, "");

    private final TreeMap<Instant, CommittedOffset> checkpoints = new TreeMap<>();

    AnnouncedSlots(List<CommittedOffset> inOrder) {
        inOrder.forEach(checkpoint -> checkpoints.put(checkpoint.at(), checkpoint));
    }

    /** Finds the latest checkpoint that was committed by that time. */
    CommittedOffset by(Instant time) {
        var latest = checkpoints.floorEntry(time);
        return latest == null ? NONE : latest.getValue();
    }

    /** Counts the account's slots that the checkpoint still shows as not free at a later time. */
    static int unfree(CommittedOffset checkpoint, Account account, Budget budget, Instant at) {
        Duration since = Duration.between(checkpoint.at(), at);
        return CheckpointReader.read(checkpoint.metadata())
                .fold(
                        read -> (int) read.spent().of(account, budget).stream()
                                .filter(slot -> held(slot, budget).compareTo(since) > 0)
                                .count(),
                        () -> 0,
                        newer -> 0,
                        damaged -> 0);
    }

    /** The longest time for which a slot is held, from the writing of the checkpoint. */
    private static Duration held(SpentSlot slot, Budget budget) {
        Duration window = budget.window().plus(budget.window().dividedBy(CLOCK_RATE_DIVISOR));
        Duration endedAgo = slot.endedAgo();
        return endedAgo == null ? window.plus(IN_FLIGHT) : window.minus(endedAgo);
    }
}
