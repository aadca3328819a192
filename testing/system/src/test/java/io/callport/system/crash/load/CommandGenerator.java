package io.callport.system.crash.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.plan.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Generates commands of every kind: both queries, deadlines from none to the maximum, with and without {@code maxAge},
 * on their home partition and elsewhere, with a reply topic that takes no result; also records that must be refused,
 * and records that are no commands. Not thread-safe.
 */
final class CommandGenerator {
    private static final List<String> QUERIES = List.of("number-pool.numbers", "number-pool.groups");

    private static final String REPLY_TOPIC = "kafka_replyTopic";

    private final Random random;
    private final List<Account> accounts;
    private final Scale scale;

    CommandGenerator(Random random, List<Account> accounts, Scale scale) {
        this.random = random;
        this.accounts = accounts;
        this.scale = scale;
    }

    /** Chooses a random account; some accounts come more often. */
    Account account() {
        double skewed = random.nextDouble() * random.nextDouble();
        return accounts.get((int) (skewed * accounts.size()));
    }

    ProducerRecord<byte[], byte[]> command(Account account) {
        int kind = random.nextInt(100);
        if (kind == 0) {
            return new ProducerRecord<>(Topics.COMMANDS, bytes(account.toString()), bytes("no command " + kind));
        }
        String query = kind == 1 ? "call-info.lookup" : QUERIES.get(random.nextInt(QUERIES.size()));
        String asked = kind == 2 ? "7moor:nobody" : account.toString();
        String value = "{\"query\":\"%s\",\"account\":\"%s\",\"params\":{}%s%s}"
                .formatted(query, asked, maxAge(), expiresAt());
        return new ProducerRecord<>(Topics.COMMANDS, partition(), key(asked), bytes(value), replyTopic());
    }

    /** Names a reply topic that takes no results, in a few commands. */
    private List<Header> replyTopic() {
        return switch (random.nextInt(20)) {
            case 0 -> List.of(new RecordHeader(REPLY_TOPIC, bytes(Topics.SMALL_REPLIES)));
            case 1 -> List.of(new RecordHeader(REPLY_TOPIC, bytes(Topics.DELETED_REPLIES)));
            default -> List.of();
        };
    }

    private String maxAge() {
        boolean some = random.nextInt(4) == 0;
        return some ? ",\"maxAge\":\"" + Duration.ofMillis(random.nextInt(6_000)) + "\"" : "";
    }

    private String expiresAt() {
        long most = scale.longestDeadline().toMillis();
        return switch (random.nextInt(10)) {
            case 0 -> expiresIn(0);
            case 1, 2 -> expiresIn(random.nextInt(2_000));
            case 3, 4, 5 -> expiresIn((long) (random.nextDouble() * (double) most));
            case 6 -> expiresIn(most);
            default -> "";
        };
    }

    private static String expiresIn(long millis) {
        return ",\"expiresAt\":\"" + Instant.now().plusMillis(millis) + "\"";
    }

    /** Chooses a partition, sometimes one that is not the account's home. */
    private Integer partition() {
        return random.nextInt(20) == 0 ? random.nextInt(scale.partitions()) : null;
    }

    private byte[] key(String account) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> bytes("other-" + random.nextInt(100));
            default -> bytes(account);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
