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
 * @param vendorFields whether results show the vendor's fields that are not mapped
 */
public record KafkaSettings(
        ClientSettings clients,
        TopicSettings topics,
        Map<Account, Budget> accounts,
        DeadlineSettings deadlines,
        ProcessingSettings processing,
        SipPasswords sipPasswords,
        VendorFieldsInResults vendorFields) {
    public KafkaSettings {
        accounts = Map.copyOf(accounts);
    }

    /** Settings with the vendor's fields kept. */
    public KafkaSettings(
            ClientSettings clients,
            TopicSettings topics,
            Map<Account, Budget> accounts,
            DeadlineSettings deadlines,
            ProcessingSettings processing,
            SipPasswords sipPasswords) {
        this(clients, topics, accounts, deadlines, processing, sipPasswords, VendorFieldsInResults.KEEP);
    }
}
