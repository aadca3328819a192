package io.callport.kafka.partition;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Each account's home partition, by the numbers of partitions when this process began: an account whose home moved
 * while it runs would be asked for in two places. Immutable.
 */
public final class AccountHomes {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<Account, TopicPartition> homes = new HashMap<>();
    private final Map<TopicPartition, Map<Account, Budget>> limited = new HashMap<>();

    /**
     * The homes of all configured accounts.
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
        byte[] key = account.toString().getBytes(StandardCharsets.UTF_8);
        TopicPartition home = new TopicPartition(topic, view.partitionOf(topic, key));
        homes.put(account, home);
        if (budget.limited()) {
            limited.computeIfAbsent(home, it -> new HashMap<>()).put(account, budget);
        }
    }

    /** Where an account's commands are asked; {@code null} for one that is not configured. */
    public @Nullable TopicPartition of(Account account) {
        return homes.get(account);
    }

    /** The accounts with a budget whose home it is. */
    public Map<Account, Budget> limitedAt(TopicPartition home) {
        return limited.getOrDefault(home, Map.of());
    }

    /** Whether a partition was there when this process began. */
    public boolean has(TopicPartition partition) {
        return partition.partition() < partitions(partition.topic());
    }

    /** How many partitions a command topic had. */
    public int partitions(String topic) {
        return counts.getOrDefault(topic, 0);
    }

    /** What to do about partitions that were added since, in words; empty if none were. */
    public List<String> changes(TopicView now) {
        List<String> changes = new ArrayList<>();
        counts.forEach((topic, count) -> {
            if (now.exists(topic) && now.partitions(topic) != count) {
                changes.add(
                        "topic " + topic + " had " + count + " partitions and has " + now.partitions(topic)
                                + " now, so accounts have other homes; stop every instance of the group, then start them again");
            }
        });
        return changes;
    }
}
