package io.callport.system.crash.plan;

import io.callport.account.Budget;
import java.time.Duration;

/**
 * The size of a run.
 *
 * @param instances the number of instances of the service
 * @param accounts the number of 7moor accounts
 * @param partitions the number of partitions of the command topic
 * @param budget the budget of each account
 * @param longestDeadline the longest lifetime of a command
 * @param commandsPerSecond the average number of commands published a second
 */
public record Scale(
        int instances, int accounts, int partitions, Budget budget, Duration longestDeadline, int commandsPerSecond) {
    /** A scale of 40 accounts over 6 partitions, with so small a budget that many windows pass in seconds. */
    public static final Scale SHORT = new Scale(2, 40, 6, Budget.parse("4/PT4S"), Duration.ofSeconds(12), 120);

    /** A scale of 40 accounts over 6 partitions with 7moor's own budget. */
    public static final Scale LONG = new Scale(3, 40, 6, Budget.parse("20/PT1M"), Duration.ofSeconds(60), 100);

    /** A copy with that many instances. */
    public Scale instances(int other) {
        return new Scale(other, accounts, partitions, budget, longestDeadline, commandsPerSecond);
    }

    /** A copy with that budget. */
    public Scale budget(Budget other) {
        return new Scale(instances, accounts, partitions, other, longestDeadline, commandsPerSecond);
    }
}
