package io.callport.kafka.settings;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.util.Map;

/**
 * The settings of the Kafka adapter.
 *
 * @param clients the properties of Kafka's clients
 * @param topics the topics of commands, results and dead letters
 * @param accounts the configured accounts and their budgets; commands of other accounts are refused
 * @param deadlines the bounds of a command's deadline
 * @param processing the limits and times of processing
 * @param sipPasswords whether results show SIP passwords
 * @param checkpointVersion the version in which checkpoints are written: 1, or 2 once every instance of the group runs a
 *     release that reads version 2
 */
public record KafkaSettings(
        ClientSettings clients,
        TopicSettings topics,
        Map<Account, Budget> accounts,
        DeadlineSettings deadlines,
        ProcessingSettings processing,
        SipPasswords sipPasswords,
        int checkpointVersion) {
    /** The version in which this release writes checkpoints until it is configured to write the next version. */
    public static final int CHECKPOINT_VERSION = 1;

    public KafkaSettings {
        accounts = Map.copyOf(accounts);
    }
}
