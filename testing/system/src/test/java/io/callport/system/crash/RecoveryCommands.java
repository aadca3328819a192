package io.callport.system.crash;

import io.callport.account.Account;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.Result;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.load.LoadPublisher;
import io.callport.system.crash.process.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Further commands, one for each account, after the faults are over. */
final class RecoveryCommands {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String NUMBER = "fresh ";

    private final TestCluster cluster;
    private final LoadPublisher publisher;
    private final ResultReader results;
    private Duration took = Duration.ZERO;

    RecoveryCommands(TestCluster cluster, LoadPublisher publisher, ResultReader results) {
        this.cluster = cluster;
        this.publisher = publisher;
        this.results = results;
    }

    /** Publishes the commands; returns the status of each account's result. */
    Map<String, String> ask() {
        long begin = System.nanoTime();
        cluster.secrets.accounts().forEach(this::publish);
        publisher.stop();
        PublishedCommands commands = PublishedCommands.read(cluster.bootstrapServers());
        Map<String, String> accounts = new TreeMap<>();
        commands.byId().forEach((id, number) -> {
            if (number.startsWith(NUMBER)) {
                accounts.put(id, number.substring(NUMBER.length()));
            }
        });
        Wait.until(TIMEOUT, () -> results.hasAll(accounts.keySet()));
        took = Duration.ofNanos(System.nanoTime() - begin);
        Map<String, List<Result>> byId = results.byId();
        Map<String, String> statuses = new TreeMap<>();
        accounts.forEach((id, account) -> statuses.put(account, status(byId.get(id))));
        return statuses;
    }

    /** The time until the last result arrived. */
    Duration took() {
        return took;
    }

    private static String status(List<Result> found) {
        return found == null ? "no result within " + TIMEOUT : found.get(0).status();
    }

    private void publish(Account account) {
        byte[] key = account.toString().getBytes(StandardCharsets.UTF_8);
        String value = "{\"query\":\"number-pool.numbers\",\"account\":\"" + account + "\"}";
        publisher.publish(
                new ProducerRecord<>(Topics.COMMANDS, key, value.getBytes(StandardCharsets.UTF_8)), NUMBER + account);
    }
}
