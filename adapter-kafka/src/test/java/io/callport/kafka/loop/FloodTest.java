package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.state.LoopListener;
import io.callport.query.Reason;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A flood that is answered without requests crowds out no account: the test counts the records that are published
 * before the other accounts' results.
 */
@Timeout(300)
class FloodTest {
    private static final int FLOOD = 12_500;
    private static final int QUIET = 60; // fewer than may be in flight, so that only their reading is counted
    private static final int POLL = 5_000;
    private static EmbeddedKafka broker;

    private final Counts counts = new Counts();
    private LoopFixture fixture;

    /** The records of the flood that were published before the last quiet command had its result. */
    private static final class Counts implements LoopListener {
        private final AtomicInteger flood = new AtomicInteger();
        private final AtomicInteger quiet = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private volatile int floodBeforeLastQuiet = -1;

        @Override
        public void deadLetterPublished(String topic) {
            flood.incrementAndGet();
        }

        @Override
        public void resultPublished(String query, Account account, @Nullable Reason reason, Duration latency) {
            if (account.toString().startsWith("callbot:quiet")) {
                if (reason != null) {
                    refused.incrementAndGet();
                }
                if (quiet.incrementAndGet() == QUIET) {
                    floodBeforeLastQuiet = flood.get();
                }
            } else {
                flood.incrementAndGet();
            }
        }
    }

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void make() {
        fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of());
        fixture.listener = counts;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Accounts whose home is not the flooded partition. */
    private List<String> quietAccounts() {
        List<String> accounts = IntStream.range(0, QUIET * 3)
                .mapToObj(i -> "callbot:quiet" + i)
                .filter(account -> AccountHomes.partitionOf(Account.parse(account), LoopFixture.PARTITIONS) != 0)
                .limit(QUIET)
                .toList();
        accounts.forEach(account -> fixture.budgets.put(Account.parse(account), Budget.UNLIMITED));
        return accounts;
    }

    private void flood(int records, byte[] value) {
        for (int i = 0; i < records; i++) {
            Future<?> unused =
                    fixture.publish(new ProducerRecord<>(fixture.commands(LoopFixture.CALLBOT), 0, null, value));
        }
        fixture.flush();
    }

    private void quietOnesAreAnsweredFirst() {
        LoopFixture.until("the quiet ones have their results", () -> counts.quiet.get() == QUIET);
        assertThat(counts.refused).hasValue(0);
        assertThat(counts.floodBeforeLastQuiet)
                .as("how much comes before depends on when their partitions begin and the vendor answers; not all does")
                .isLessThan(FLOOD);
        LoopFixture.until("the flood is answered, too", () -> counts.flood.get() == FLOOD);
    }

    @Test
    void ofJunkInABacklog() {
        List<String> quiet = quietAccounts();
        flood(FLOOD, LoopFixture.bytes("x"));
        quiet.forEach(account -> fixture.send(account, LoopFixture.lookup(account, account)));
        fixture.start();
        quietOnesAreAnsweredFirst();
    }

    @Test
    void ofRefusalsInABacklog() {
        List<String> quiet = quietAccounts();
        flood(FLOOD, LoopFixture.bytes(LoopFixture.lookup("callbot:unknown", "x")));
        quiet.forEach(account -> fixture.send(account, LoopFixture.lookup(account, account)));
        fixture.start();
        quietOnesAreAnsweredFirst();
    }

    /** Nothing of the flood can be set aside: its own partition is not read on, and nobody else's waits. */
    @Test
    void ofJunkWhileTheDeadLettersTopicTakesNothing() {
        List<String> quiet = quietAccounts();
        fixture.cluster.limitRecords(fixture.deadLetters(), "60");
        KafkaLoop loop = fixture.startReady();
        flood(2 * POLL, LoopFixture.bytes("x"));
        LoopFixture.until(
                "its partition is not read on",
                () -> loop.snapshot().partitions().stream()
                        .anyMatch(partition -> partition.phase().name().equals("HELD")));
        quiet.forEach(account -> fixture.send(account, LoopFixture.lookup(account, account)));
        LoopFixture.until("the quiet ones have their results", () -> counts.quiet.get() == QUIET);
        assertThat(counts.refused).hasValue(0);
        assertThat(counts.flood).hasValue(0);
        assertThat(loop.snapshot().partitions())
                .filteredOn(partition -> partition.outstanding() > 0)
                .singleElement()
                .satisfies(partition -> assertThat(partition.outstanding()).isLessThanOrEqualTo(2 * POLL));
        fixture.cluster.limitRecords(fixture.deadLetters(), "1000000");
        LoopFixture.until("the flood is set aside", () -> counts.flood.get() == 2 * POLL);
        LoopFixture.until("it is ready", () -> loop.health().ready());
    }
}
