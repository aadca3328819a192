package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

class FencingGuardTest {
    private final FencingGuard fencing = new FencingGuard(Duration.ofSeconds(10));

    private void fenced(long seconds) {
        fenced(seconds, seconds);
    }

    private void fenced(long began, long seconds) {
        fencing.check(
                new KafkaException(new ProducerFencedException("newer")),
                Duration.ofSeconds(began).toNanos(),
                Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void oneFencingIsSurvived() {
        assertThatCode(() -> fenced(-5)).doesNotThrowAnyException();
    }

    @Test
    void theSecondWithinAMinuteEndsTheProcess() {
        fenced(-5);
        assertThatThrownBy(() -> fenced(54))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("find who else uses ids");
    }

    @Test
    void aSecondOneLaterIsSurvived() {
        fenced(0);
        assertThatCode(() -> fenced(60)).doesNotThrowAnyException();
        assertThatThrownBy(() -> fenced(119)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherFailuresDoNotCount() {
        fenced(0);
        assertThatCode(() -> fencing.check(new InvalidProducerEpochException("timed out"), 0, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void aMemberThatIsFencedTwiceWithinAMinuteEndsTheProcess() {
        KafkaException member = new FencedInstanceIdException("newer");
        fencing.check(member, 0, Duration.ofSeconds(20).toNanos());
        assertThatThrownBy(() -> fencing.check(
                        member,
                        Duration.ofSeconds(21).toNanos(),
                        Duration.ofSeconds(50).toNanos()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("group.instance.id of its own");
    }

    @Test
    void aTransactionThatWasOpenTooLongIsNoFencing() {
        fenced(0);
        assertThatCode(() -> fenced(10, 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> fenced(21, 30)).isInstanceOf(IllegalStateException.class);
    }
}
