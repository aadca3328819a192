package io.callport.kafka.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.event.EventRefusedException;
import io.callport.event.VendorEvent;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.query.VendorFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The publisher without threads: the tests send, acknowledge and let time pass. */
class EventPublisherTest {
    private static final String LATE =
            "Topic callport.7moor.events did not take the last event: no acknowledgement within 5 s";

    private final SinkReports reports = new SinkReports();
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private long now = 1_000_000_000_000L;
    private @Nullable TopicView topics = topics(1_000_000);
    private EventPublisher publisher = publisher(1_000_000);

    @Test
    void anEventIsSafeWhenKafkaHasAcknowledgedItAndNotBefore() throws InterruptedException {
        CompletableFuture<Void> future = publisher.publish(EventFixture.event());
        send();
        assertThat(future).isNotDone();
        assertThat(publisher.waitingBytes()).isPositive();

        after(Duration.ofMillis(7));
        producer().completeNext();

        assertThat(future).isCompleted();
        assertThat(publisher.waitingBytes()).isZero();
        assertThat(reports.lines).containsExactly("opened", "published call-info.call-state 7moor:2000103 PT0.007S");
    }

    @Test
    void anEventIsHandedOverWithoutWaitingForTheThreadThatSends() {
        assertThat(publisher.publish(EventFixture.event())).isNotDone();
        assertThat(producers).isEmpty();
    }

    @Test
    void anEventIsRefusedWhenItsTimeIsOverAndMayBePublishedLate() throws InterruptedException {
        CompletableFuture<Void> future = publisher.publish(EventFixture.event());
        send();
        after(Duration.ofMillis(4_999));
        assertThat(future).isNotDone();
        after(Duration.ofMillis(1));

        assertThat(refusal(future).retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(publisher.waitingBytes()).as("the producer still has it").isPositive();
        assertThat(publisher.problems()).containsExactly(LATE);

        producer().completeNext();
        assertThat(publisher.waitingBytes()).isZero();
        assertThat(publisher.problems()).isEmpty();
        assertThat(reports.lines).containsExactly("opened", "refused not-acknowledged", "late");
    }

    @Test
    void aFailureIsForgottenAfterHalfAMinuteSoThatTheInstanceIsTriedAgain() throws InterruptedException {
        offer(EventFixture.event());
        send();
        after(Duration.ofSeconds(5));
        after(Duration.ofSeconds(29));
        assertThat(publisher.problems()).containsExactly(LATE);
        after(Duration.ofSeconds(1));
        assertThat(publisher.problems()).isEmpty();
    }

    @Test
    void anEventBeyondTheBytesThatMayWaitIsRefusedAtOnce() throws InterruptedException {
        publisher = publisher(30_000);
        CompletableFuture<Void> first = publisher.publish(EventFixture.large(10_000));
        CompletableFuture<Void> second = publisher.publish(EventFixture.large(10_000));

        assertThat(refusal(second).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(first).isNotDone();
        assertThat(reports.lines).containsExactly("refused too-much-waits");
        assertThat(publisher.waitingBytes()).isBetween(20_000L, 30_000L);
        assertThat(publisher.problems()).isEmpty();

        send();
        producer().completeNext();
        assertThat(publisher.publish(EventFixture.large(10_000))).isNotDone();
    }

    @Test
    void anEventThatIsLargerThanAllThatMayWaitIsTakenIfNothingWaits() throws InterruptedException {
        publisher = publisher(1_000);
        assertThat(publisher.publish(EventFixture.large(10_000))).isNotDone();
        assertThat(publisher.publish(EventFixture.event())).isCompletedExceptionally();
    }

    @Test
    void anEventThatItsTopicDoesNotTakeGoesWithoutItsData() throws InterruptedException {
        topics = topics(5_000);
        CompletableFuture<Void> future = publisher.publish(EventFixture.large(10_000));
        send();

        assertThat(value(0)).contains("\"tooLarge\":{\"bytes\":10").doesNotContain("\"data\"");
        producer().completeNext();
        assertThat(future).isCompleted();
        assertThat(reports.lines.get(0)).matches("oversized 10\\d{3}");
    }

    @Test
    void anEventThatABrokerFindsTooLargeGoesWithoutItsData() throws InterruptedException {
        CompletableFuture<Void> future = publisher.publish(EventFixture.large(10_000));
        send();
        producer().errorNext(new RecordTooLargeException());
        assertThat(future).isNotDone();
        assertThat(publisher.waitingBytes()).isPositive();
        send();

        assertThat(value(1)).contains("\"tooLarge\"");
        producer().completeNext();
        assertThat(future).isCompleted();
        assertThat(publisher.waitingBytes()).isZero();
    }

    @Test
    void anEventThatIsTooLargeWithoutItsDataIsRefusedAndTheReasonSaysWhatToDo() throws InterruptedException {
        topics = topics(100);
        CompletableFuture<Void> future = publisher.publish(EventFixture.event());
        send();

        assertThat(refusal(future)).hasMessageContaining("even without its data");
        assertThat(publisher.problems())
                .singleElement()
                .asString()
                .startsWith("Topic callport.7moor.events did not take the last event: even without its data")
                .endsWith("raise its max.message.bytes");
        assertThat(reports.lines).hasSize(2).last().isEqualTo("refused too-large");
        assertThat(publisher.waitingBytes()).isZero();
    }

    @Test
    void anEventOfATopicThatIsNotThereIsRefusedWithoutTouchingTheProducer() throws InterruptedException {
        topics = new TopicView(Map.of());
        CompletableFuture<Void> future = publisher.publish(EventFixture.event());
        send();

        assertThat(refusal(future)).hasMessageContaining("does not exist");
        assertThat(producers).isEmpty();
        assertThat(reports.lines).containsExactly("refused topic-unavailable");
    }

    @Test
    void beforeKafkaWasReachedAnEventWaitsItsTime() throws InterruptedException {
        topics = null;
        CompletableFuture<Void> first = publisher.publish(EventFixture.event());
        assertThat(publisher.sendNext(Duration.ZERO)).isFalse();
        after(Duration.ofSeconds(5));
        assertThat(first).isCompletedExceptionally();
        send();
        assertThat(publisher.waitingBytes()).isZero();

        CompletableFuture<Void> second = publisher.publish(EventFixture.event());
        assertThat(publisher.sendNext(Duration.ZERO)).isFalse();
        topics = topics(1_000_000);
        send();
        producer().completeNext();
        assertThat(second).isCompleted();
    }

    @Test
    void aProducerThatFailedForGoodIsMadeAgain() throws InterruptedException {
        CompletableFuture<Void> first = publisher.publish(EventFixture.event());
        send();
        producer().errorNext(new ClusterAuthorizationException("no"));
        assertThat(refusal(first)).hasMessage("cluster authorization");

        after(Duration.ofSeconds(1));
        CompletableFuture<Void> second = publisher.publish(EventFixture.event());
        send();
        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
        producer().completeNext();
        assertThat(second).isCompleted();
        assertThat(reports.lines).startsWith("opened", "refused not-acknowledged", "closed", "opened");
    }

    @Test
    void aProducerThatThrowsIsMadeAgainToo() throws InterruptedException {
        offer(EventFixture.event());
        send();
        producer().completeNext();
        producer().sendException = new KafkaException("in an error state");
        CompletableFuture<Void> failing = publisher.publish(EventFixture.event());
        send();
        assertThat(refusal(failing)).hasMessage("in an error state");
        assertThat(publisher.waitingBytes()).isZero();

        after(Duration.ofSeconds(1));
        offer(EventFixture.event());
        send();
        assertThat(producers).hasSize(2);
    }

    @Test
    void aFailureThatPassesLeavesTheProducer() throws InterruptedException {
        CompletableFuture<Void> first = publisher.publish(EventFixture.event());
        send();
        producer().errorNext(new TimeoutException("slow"));
        assertThat(first).isCompletedExceptionally();
        after(Duration.ofSeconds(1));
        offer(EventFixture.event());
        send();
        assertThat(producers).hasSize(1);
    }

    @Test
    void aTopicThatBlocksTheProducerFailsForAMomentWhileOthersGoOn() throws InterruptedException {
        EventProducer slow = new EventProducer(
                () -> {
                    after(Duration.ofSeconds(1));
                    throw new TimeoutException("no partitions");
                },
                reports,
                () -> now);
        publisher = new EventPublisher(
                EventFixture.settings(), () -> Optional.ofNullable(topics), slow, reports, () -> now);
        offer(EventFixture.event());
        send();

        long before = now;
        CompletableFuture<Void> second = publisher.publish(EventFixture.event());
        send();
        assertThat(refusal(second)).hasMessageContaining("in vain");
        assertThat(now).as("it did not wait").isEqualTo(before);

        after(Duration.ofSeconds(2));
        CompletableFuture<Void> third = publisher.publish(EventFixture.event());
        send();
        assertThat(refusal(third)).hasMessage("timeout");
    }

    @Test
    void whileItClosesWhatWaitsGoesOnAndNothingNewIsTaken() throws InterruptedException {
        CompletableFuture<Void> waiting = publisher.publish(EventFixture.event());
        CompletableFuture<Void> unsent = publisher.publish(EventFixture.event());
        send();
        publisher.stop();
        CompletableFuture<Void> late = publisher.publish(EventFixture.event());
        assertThat(refusal(late)).hasMessage("the service is about to end");

        producer().completeNext();
        assertThat(waiting).isCompleted();
        publisher.refuseAll();
        assertThat(unsent).isCompletedExceptionally();
    }

    @Test
    void theEventsOfOneCallKeepTheirOrder() throws InterruptedException {
        for (String state : List.of("a", "b", "c")) {
            offer(EventFixture.event(EventFixture.ID, "call-1", new VendorFields(Map.of("state", state))));
            send();
        }
        assertThat(producer().history())
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsOnly("7moor:2000103/call-1");
        assertThat(value(0)).contains("{\"state\":\"a\"}");
        assertThat(value(2)).contains("{\"state\":\"c\"}");
    }

    private EventPublisher publisher(long waitingBytes) {
        KafkaSettings settings =
                EventFixture.settings("localhost:1", "callport", Creation.BROKER_DEFAULTS, waitingBytes);
        EventProducer producer = new EventProducer(
                () -> {
                    producers.add(
                            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
                    return producer();
                },
                reports,
                () -> now);
        return new EventPublisher(settings, () -> Optional.ofNullable(topics), producer, reports, () -> now);
    }

    private static TopicView topics(int largest) {
        return new TopicView(Map.of(EventFixture.TOPIC, new TopicInfo("id", 3, largest, null, false)));
    }

    /** Publishes an event whose future is of no interest. */
    private void offer(VendorEvent event) {
        CompletableFuture<Void> unused = publisher.publish(event);
    }

    private void send() throws InterruptedException {
        assertThat(publisher.sendNext(Duration.ZERO)).isTrue();
    }

    private void after(Duration time) {
        now += time.toNanos();
        publisher.refuseExpired();
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.get(producers.size() - 1);
    }

    private String value(int sent) {
        return new String(producer().history().get(sent).value(), StandardCharsets.UTF_8);
    }

    private static EventRefusedException refusal(CompletableFuture<Void> future) {
        assertThat(future).isCompletedExceptionally();
        try {
            future.join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(EventRefusedException.class);
            return (EventRefusedException) e.getCause();
        }
    }
}
