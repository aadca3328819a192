package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.result.Publication;
import io.callport.kafka.topics.Obstacle;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class DestinationHealthTest {
    private static final TopicPartition DEAD = new TopicPartition("dead", 0);
    private static final TopicPartition OTHER = new TopicPartition("results", 2);
    private static final Instant WALL = Instant.parse("2026-11-28T12:00:00Z");
    private static final Obstacle NO_LEADER = new Obstacle("it has no leader", "start its brokers", false, WALL);

    private long now;
    private TopicView view = view(1_000, Map.of());
    private final DestinationHealth destinationHealth =
            new DestinationHealth(() -> view, Set.of("dead"), () -> now, () -> WALL);

    private static TopicView view(int largest, Map<TopicPartition, Obstacle> obstacles) {
        return new TopicView(Map.of("dead", new TopicInfo("id", 3, largest, "delete", false)), obstacles);
    }

    private void after(Duration time) {
        now += time.toNanos();
        destinationHealth.refresh(Set.of(DEAD));
    }

    private void failed(Exception failure, Duration took) {
        destinationHealth.failed(DEAD, failure, took);
    }

    @Test
    void aDestinationThatFailedIsTriedAgainLaterAndEachTimeLater() {
        failed(new NotEnoughReplicasException("now"), Duration.ofSeconds(5));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        assertThat(destinationHealth.accepts(OTHER)).as("of another one").isTrue();
        after(Duration.ofMillis(9_999));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        after(Duration.ofMillis(1));
        assertThat(destinationHealth.accepts(DEAD))
                .as("twice as long as it took")
                .isTrue();

        failed(new NotEnoughReplicasException("again"), Duration.ofSeconds(5));
        after(Duration.ofSeconds(19));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(destinationHealth.accepts(DEAD)).isTrue();

        for (int i = 0; i < 10; i++) {
            failed(new NotEnoughReplicasException("again"), Duration.ofSeconds(5));
            after(Duration.ofMinutes(1));
            assertThat(destinationHealth.accepts(DEAD))
                    .as("at most a minute later")
                    .isTrue();
        }
    }

    @Test
    void whatFailsAtOnceIsTriedAgainSoon() {
        failed(new TopicAuthorizationException(Set.of("dead")), Duration.ofMillis(10));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(destinationHealth.accepts(DEAD)).isTrue();
    }

    @Test
    void aDestinationThatTakesRecordsIsForgotten() {
        Publication publication = PublishFixture.publication("dead");
        failed(new TimeoutException("late"), Duration.ofSeconds(5));
        assertThat(destinationHealth.obstacleTo(publication)).isNotNull();
        destinationHealth.delivered(List.of(publication));
        assertThat(destinationHealth.accepts(DEAD)).isTrue();
        assertThat(destinationHealth.obstacles()).isEmpty();
    }

    @Test
    void aFailureOfATopicConcernsEachOfItsPartitions() {
        destinationHealth.failed(
                DestinationHealth.whole("dead"), new TimeoutException("no metadata"), Duration.ofSeconds(5));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        assertThat(destinationHealth.accepts(new TopicPartition("dead", 2))).isFalse();
        assertThat(destinationHealth.accepts(OTHER)).isTrue();
    }

    @Test
    void whatTheTopicsAreKnownToHaveIsNotTriedBeforeItEnds() {
        view = view(1_000, Map.of(DEAD, NO_LEADER));
        after(Duration.ofHours(1));
        assertThat(destinationHealth.accepts(DEAD)).isFalse();
        view = view(1_000, Map.of());
        assertThat(destinationHealth.accepts(DEAD)).isTrue();
    }

    @Test
    void aFailureWhoseCauseWasSeenToEndIsForgottenBeforeItsTime() {
        failed(new TimeoutException("late"), Duration.ofSeconds(30));
        view = view(1_000, Map.of(DEAD, NO_LEADER));
        after(Duration.ofSeconds(5));
        view = view(1_000, Map.of());
        after(Duration.ofSeconds(5));
        assertThat(destinationHealth.accepts(DEAD)).isTrue();
        assertThat(destinationHealth.obstacles()).isEmpty();
    }

    @Test
    void aFailureThatNobodyWaitsForIsForgottenOnceItCouldHaveBeenTried() {
        failed(new TimeoutException("late"), Duration.ofSeconds(5));
        now += Duration.ofSeconds(19).toNanos();
        destinationHealth.refresh(Set.of());
        assertThat(destinationHealth.obstacles()).containsKey(DEAD);
        now += Duration.ofSeconds(1).toNanos();
        destinationHealth.refresh(Set.of());
        assertThat(destinationHealth.obstacles()).isEmpty();
    }

    @Test
    void aRecordThatIsRefusedForItsSizeKeepsNoSmallerOneWaiting() {
        Publication large = PublishFixture.publication("dead", 700);
        destinationHealth.oversized(large);
        assertThat(destinationHealth.obstacleTo(large))
                .isNotNull()
                .satisfies(why -> assertThat(why.remedy()).contains("max.message.bytes"));
        assertThat(destinationHealth.obstacleTo(PublishFixture.publication("dead", 10)))
                .isNull();
        view = view(5_000, Map.of());
        after(Duration.ZERO);
        assertThat(destinationHealth.obstacleTo(large)).as("with another limit").isNull();
    }

    @Test
    void anObstacleOfATopicThatIsNotAlwaysNeededCountsOnceARecordMetIt() {
        view = new TopicView(view.topics(), Map.of(OTHER, NO_LEADER, DEAD, NO_LEADER));
        assertThat(destinationHealth.obstacles()).containsOnlyKeys(DEAD);
        assertThat(destinationHealth.accepts(OTHER)).isFalse();
        assertThat(destinationHealth.obstacles()).containsOnlyKeys(DEAD, OTHER);
    }

    @Test
    void theReasonsNameTheTopicTheTimeAndTheRemedy() {
        view = view(1_000, Map.of(DEAD, NO_LEADER, new TopicPartition("dead", 2), NO_LEADER));
        assertThat(DestinationProblems.of(destinationHealth.obstacles(), Map.of(DEAD, 7)))
                .containsExactly("Topic dead has not taken records since 2026-11-28T12:00:00Z on partition 0, 2:"
                        + " it has no leader; start its brokers; records that wait for it: 7");
    }
}
