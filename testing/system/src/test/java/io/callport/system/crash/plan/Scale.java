package io.callport.system.crash.plan;

import io.callport.account.Budget;
import java.time.Duration;

/**
 * The size of a run.
 *
 * @param instances how many instances of the service
 * @param accounts how many 7moor accounts
 * @param partitions how many partitions their command topic has
 * @param budget each account's
 * @param longestDeadline the longest that a command may live
 * @param commandsPerSecond how many commands are published, on average
 */
public record Scale(
        int instances, int accounts, int partitions, Budget budget, Duration longestDeadline, int commandsPerSecond) {
    /** 40 accounts over 6 partitions, with so small a budget that many windows pass in seconds. */
    public static final Scale SHORT = new Scale(2, 40, 6, Budget.parse("4/PT4S"), Duration.ofSeconds(12), 120);

    /** 40 accounts over 6 partitions with 7moor's own budget. */
    public static final Scale LONG = new Scale(3, 40, 6, Budget.parse("20/PT1M"), Duration.ofSeconds(60), 100);

    /** Returns a copy with that many instances. */
    public Scale instances(int other) {
        return new Scale(other, accounts, partitions, budget, longestDeadline, commandsPerSecond);
    }

    /** Returns a copy with that budget. */
    public Scale budget(Budget other) {
        return new Scale(instances, accounts, partitions, other, longestDeadline, commandsPerSecond);
    }
}
