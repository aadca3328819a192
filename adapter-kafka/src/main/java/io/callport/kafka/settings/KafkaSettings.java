package io.callport.kafka.settings;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.checkpoint.CheckpointWriter;
import java.util.Map;

/**
 * All that the Kafka adapter is told.
 *
 * @param clients how to reach Kafka
 * @param topics where commands come from and results go
 * @param accounts the configured accounts and their budgets; commands of others are refused
 * @param deadlines how long a command lives
 * @param work how commands are worked on
 * @param sipPasswords whether results show SIP passwords
 * @param checkpointVersion the version in which checkpoints are written: 1, or 2 once every instance of the group runs a
 *     release that reads it
 */
public record KafkaSettings(
        ClientSettings clients,
        TopicSettings topics,
        Map<Account, Budget> accounts,
        DeadlineSettings deadlines,
        WorkSettings work,
        SipPasswords sipPasswords,
        int checkpointVersion) {
    /** The version in which this release writes checkpoints until it is told to write the next. */
    public static final int CHECKPOINT_VERSION = CheckpointWriter.VERSION;

    /** Copies the accounts. */
    public KafkaSettings {
        accounts = Map.copyOf(accounts);
    }
}
