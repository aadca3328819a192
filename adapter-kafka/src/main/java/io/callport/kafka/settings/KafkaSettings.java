package io.callport.kafka.settings;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of the Kafka adapter.
 *
 * @param clients the properties of Kafka's clients
 * @param topics the topics of commands, results and dead letters
 * @param accounts the configured accounts and their budgets; commands of other accounts are refused
 * @param deadlines the bounds of a command's deadline
 * @param processing the limits and times of processing
 * @param sipPasswords whether results and events show SIP passwords
 * @param vendorFields whether results and events show the vendor's fields that are not mapped
 * @param events the events that vendors push
 */
public record KafkaSettings(
        ClientSettings clients,
        TopicSettings topics,
        Map<Account, Budget> accounts,
        DeadlineSettings deadlines,
        ProcessingSettings processing,
        SipPasswords sipPasswords,
        VendorFieldsInResults vendorFields,
        EventSettings events) {
    public KafkaSettings {
        accounts = Map.copyOf(accounts);
    }

    /** Settings for a service that receives no callbacks. */
    public KafkaSettings(
            ClientSettings clients,
            TopicSettings topics,
            Map<Account, Budget> accounts,
            DeadlineSettings deadlines,
            ProcessingSettings processing,
            SipPasswords sipPasswords,
            VendorFieldsInResults vendorFields) {
        this(clients, topics, accounts, deadlines, processing, sipPasswords, vendorFields, EventSettings.NONE);
    }

    /** Settings with the vendor's fields kept, for a service that receives no callbacks. */
    public KafkaSettings(
            ClientSettings clients,
            TopicSettings topics,
            Map<Account, Budget> accounts,
            DeadlineSettings deadlines,
            ProcessingSettings processing,
            SipPasswords sipPasswords) {
        this(clients, topics, accounts, deadlines, processing, sipPasswords, VendorFieldsInResults.KEEP);
    }

    /** A copy with other settings of events. */
    public KafkaSettings with(EventSettings other) {
        return new KafkaSettings(clients, topics, accounts, deadlines, processing, sipPasswords, vendorFields, other);
    }

    /** Every topic that the service uses at any time and makes if it is missing, in alphabetical order. */
    public Set<String> allTopics() {
        Set<String> names = topics.required();
        names.addAll(eventTopics());
        return names;
    }

    /** The topics of the events that are received, in alphabetical order; none where no callbacks are received. */
    public Set<String> eventTopics() {
        return events.vendors().stream()
                .map(vendor -> topics.ofVendor(vendor).events())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
