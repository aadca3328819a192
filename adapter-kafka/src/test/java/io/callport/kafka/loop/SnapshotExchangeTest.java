package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.dispatch.LoopTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SnapshotExchangeTest {
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void noSnapshotIsTakenUnlessAskedFor() {
        SnapshotExchange exchange = new SnapshotExchange();
        exchange.offer(this::snapshot);
        assertThat(taken).hasValue(0);
    }

    @Test
    void manyWhoAskShareOneSnapshotAndOneASecondIsEnough() throws ExecutionException, InterruptedException {
        SnapshotExchange exchange = new SnapshotExchange(Duration.ofSeconds(50));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<RawSnapshot>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(exchange::get))
                    .toList();
            while (!all.stream().allMatch(Future::isDone)) {
                exchange.offer(this::snapshot);
            }
            for (Future<RawSnapshot> one : all) {
                assertThat(one.get()).isSameAs(all.get(0).get());
            }
            assertThat(taken).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoAsksALoopThatStandsGetsTheLastSnapshot() {
        SnapshotExchange exchange = new SnapshotExchange(Duration.ofMillis(20));
        RawSnapshot none = exchange.get();
        assertThat(exchange.get()).as("nothing was ever seen").isSameAs(none);

        RawSnapshot old = new RawSnapshot(
                new LoopTime(System.nanoTime() - Duration.ofMinutes(1).toNanos(), Instant.EPOCH),
                Map.of(),
                Map.of(),
                null,
                Set.of(),
                List.of(),
                Map.of());
        exchange.offer(() -> old);
        assertThat(exchange.get()).as("a minute old").isSameAs(old);

        RawSnapshot young = snapshot();
        exchange.offer(() -> young);
        assertThat(exchange.get()).as("somebody has asked meanwhile").isSameAs(young);
    }

    private RawSnapshot snapshot() {
        taken.incrementAndGet();
        return RawSnapshot.empty();
    }
}
