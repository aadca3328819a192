package io.callport.kafka;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;
import java.util.Map;

/**
 * All that the Kafka adapter is told.
 *
 * @param clients how to reach Kafka
 * @param topics where commands come from and results go
 * @param accounts the configured accounts and their budgets; commands of others are refused
 * @param deadlines how long a command lives
 * @param limits how much is held at once
 * @param retries how a transient failure is tried again
 * @param requestTimeout the most a vendor request takes, as the HTTP adapter enforces it
 * @param sipPasswords whether results show SIP passwords
 * @param shutdown how long a stop waits for requests in flight
 */
public record KafkaSettings(
        ClientSettings clients,
        TopicSettings topics,
        Map<Account, Budget> accounts,
        DeadlineSettings deadlines,
        Limits limits,
        Retries retries,
        Duration requestTimeout,
        SipPasswords sipPasswords,
        Duration shutdown) {
    /** Copies the accounts. */
    public KafkaSettings {
        accounts = Map.copyOf(accounts);
    }
}
