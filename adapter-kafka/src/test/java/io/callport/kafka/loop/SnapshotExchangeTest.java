package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

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

@Timeout(60)
class SnapshotExchangeTest {
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void nobodyLooksUnlessAsked() {
        SnapshotExchange looks = new SnapshotExchange();
        looks.answer(this::glance);
        assertThat(taken).hasValue(0);
    }

    @Test
    void manyWhoAskShareOneLookAndOneASecondIsEnough() throws ExecutionException, InterruptedException {
        SnapshotExchange looks = new SnapshotExchange(Duration.ofSeconds(50));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Glance>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(looks::glance))
                    .toList();
            while (!all.stream().allMatch(Future::isDone)) {
                looks.answer(this::glance);
            }
            for (Future<Glance> one : all) {
                assertThat(one.get()).isSameAs(all.get(0).get());
            }
            assertThat(taken).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoAsksALoopThatStandsGetsWhatWasSeenLast() {
        SnapshotExchange looks = new SnapshotExchange(Duration.ofMillis(20));
        Glance none = looks.glance();
        assertThat(looks.glance()).as("nothing was ever seen").isSameAs(none);

        Glance old = new Glance(
                new LoopClock(System.nanoTime() - Duration.ofMinutes(1).toNanos(), Instant.EPOCH),
                Map.of(),
                Map.of(),
                null,
                Set.of(),
                List.of());
        looks.answer(() -> old);
        assertThat(looks.glance()).as("a minute old").isSameAs(old);

        Glance young = glance();
        looks.answer(() -> young);
        assertThat(looks.glance()).as("somebody has asked meanwhile").isSameAs(young);
    }

    private Glance glance() {
        taken.incrementAndGet();
        return Glance.none();
    }
}
