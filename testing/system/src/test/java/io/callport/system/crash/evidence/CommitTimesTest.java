package io.callport.system.crash.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommitTimesTest {
    private static final TopicPartition HERE = new TopicPartition(Topics.STATE, 0);
    private static final TopicPartition ELSEWHERE = new TopicPartition(Topics.STATE, 1);
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final CommitTimes times = new CommitTimes();

    @Test
    void aRecordIsCommittedByTheNextCommitOfItsPartition() {
        times.add(HERE, at(10));
        times.add(ELSEWHERE, at(15));
        times.add(HERE, at(20));

        assertThat(times.after(HERE, at(5))).contains(at(10));
        assertThat(times.after(HERE, at(10))).contains(at(10));
        assertThat(times.after(HERE, at(11))).contains(at(20));
    }

    @Test
    void aRecordWithoutACommitAfterItIsNotCommitted() {
        times.add(HERE, at(10));

        assertThat(times.after(HERE, at(11))).isEmpty();
        assertThat(times.after(ELSEWHERE, at(5))).isEmpty();
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }
}
