package io.callport.kafka.partition;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The home partition of each account, by the numbers of partitions when this process began: if a home moved while the
 * process runs, two instances would make requests for the same account. Immutable.
 */
public final class AccountHomes {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<Account, TopicPartition> homes = new HashMap<>();
    private final Map<TopicPartition, Map<Account, Budget>> limited = new HashMap<>();

    /**
     * Computes the homes of all configured accounts.
     *
     * @param view knows every command topic
     */
    public AccountHomes(KafkaSettings settings, TopicView view) {
        settings.topics()
                .vendors()
                .values()
                .forEach(topics -> counts.put(topics.commands(), view.partitions(topics.commands())));
        settings.accounts().forEach((account, budget) -> add(settings, account, budget, view));
    }

    private void add(KafkaSettings settings, Account account, Budget budget, TopicView view) {
        String topic = settings.topics().ofVendor(account.vendor()).commands();
        TopicPartition home = new TopicPartition(topic, partitionOf(account, view.partitions(topic)));
        homes.put(account, home);
        if (budget.limited()) {
            limited.computeIfAbsent(home, it -> new HashMap<>()).put(account, budget);
        }
    }

    /** The home of an account; {@code null} if the account is not configured. */
    public @Nullable TopicPartition homeOf(Account account) {
        return homes.get(account);
    }

    /** The accounts with a budget that have this home. */
    public Map<Account, Budget> accountsWithBudgetAt(TopicPartition home) {
        return limited.getOrDefault(home, Map.of());
    }

    /** Whether a partition existed when this process began. */
    public boolean has(TopicPartition partition) {
        return partition.partition() < partitionCount(partition.topic());
    }

    /** The number of partitions that a command topic had when this process began. */
    public int partitionCount(String topic) {
        return counts.getOrDefault(topic, 0);
    }

    /** The remedies for partitions that were added since, in words; empty if none were added. */
    public List<String> problems(TopicView view) {
        return counts.keySet().stream()
                .filter(topic -> view.exists(topic) && view.partitions(topic) != partitionCount(topic))
                .map(topic -> movedProblem(topic, view.partitions(topic)))
                .toList();
    }

    /** The remedy for a topic that has another number of partitions now, in words. */
    public String movedProblem(String topic, int partitions) {
        return "topic " + topic + " had " + partitionCount(topic) + " partitions and has " + partitions
                + " now, so accounts have other homes; stop every instance of the group, then start them again";
    }

    /** The number of the partition that is the home of an account on a topic with that many partitions. */
    public static int partitionOf(Account account, int partitions) {
        return Utils.toPositive(Utils.murmur2(account.toString().getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
