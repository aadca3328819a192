package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.Publication;
import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** Each failure of a send has its own meaning: only a record that is too large has a smaller replacement. */
class SendFailuresTest {
    private final SendFailures failures = new SendFailures();
    private final Delivery delivery = delivery(PublishFixture.publication("results"));

    private static Delivery delivery(Publication publication) {
        return new Delivery(
                publication, PartitionProgress.starting(new TopicPartition("commands", 0), 0), 0, published -> {});
    }

    @Test
    void aRecordThatIsTooLargeTakesItsNextVersion() {
        for (Exception size : List.of(new RecordTooLargeException(), new RecordBatchTooLargeException())) {
            SendFailures each = new SendFailures();
            each.report(delivery, size);
            assertThat(each.rejected()).containsOnlyKeys(delivery);
            assertThat(each.destinations(true)).isEmpty();
        }
    }

    @Test
    void aTimestampThatMayBeWhatIsRefusedIsLeftOut() {
        Delivery timed = delivery(PublishFixture.publication("results", 1, 10));
        for (Exception refusal : List.of(
                new InvalidTimestampException("one of the batch"),
                new InvalidRecordException("one of two or more of the batch"))) {
            SendFailures each = new SendFailures();
            each.report(timed, refusal);
            assertThat(each.rejected()).as(refusal.toString()).containsOnlyKeys(timed);
            assertThat(each.destinations(true)).isEmpty();
        }
    }

    @Test
    void whatADestinationRefusesForAnotherReasonKeepsItsVersion() {
        for (Exception refusal : List.of(
                new InvalidRecordException("no key"),
                new InvalidTimestampException("the record has the time of sending"),
                new NotLeaderOrFollowerException(),
                new TopicAuthorizationException("results"))) {
            SendFailures each = new SendFailures();
            each.report(delivery, refusal);
            assertThat(each.rejected()).as(refusal.toString()).isEmpty();
            assertThat(each.destinations(true)).containsOnlyKeys(DestinationHealth.whole("results"));
        }
    }

    @Test
    void aFailureOfTheProducerIsNoDestinations() {
        failures.report(delivery, new InvalidProducerEpochException("fenced"));
        assertThat(failures.rejected()).isEmpty();
        assertThat(failures.destinations(true)).isEmpty();
    }
}
