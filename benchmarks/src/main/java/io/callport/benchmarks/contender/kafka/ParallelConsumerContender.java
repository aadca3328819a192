package io.callport.benchmarks.contender.kafka;

import io.callport.benchmarks.vendor.BareClient;
import io.callport.benchmarks.vendor.JdkBareClient;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Confluent Parallel Consumer 0.5.3.3, as <a href="https://github.com/confluentinc/parallel-consumer#usage">its
 * README</a> sets it up: {@code createEosStreamProcessor} with an order and {@code maxConcurrency}, {@code subscribe},
 * and {@code pollAndProduce} for its section <i>Process and Produce a Response Message</i>. Its transactional commit
 * mode is {@code PERIODIC_TRANSACTIONAL_PRODUCER}; without it results are published at least once.
 *
 * <p>One option is not the default: it commits each half second instead of every five seconds, since a committed reader
 * sees nothing before the commit.
 */
public final class ParallelConsumerContender implements Contender {
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(500);

    private final ProcessingOrder order;
    private final CommitMode commitMode;
    private final Supplier<BareClient> client;

    private ParallelConsumerContender(ProcessingOrder order, CommitMode commitMode, Supplier<BareClient> client) {
        this.order = order;
        this.commitMode = commitMode;
        this.client = client;
    }

    private static ParallelConsumerContender of(ProcessingOrder order, CommitMode commitMode) {
        return new ParallelConsumerContender(order, commitMode, JdkBareClient::new);
    }

    /** The same contender with another client than the JDK's. */
    public ParallelConsumerContender with(Supplier<BareClient> another) {
        return new ParallelConsumerContender(order, commitMode, another);
    }

    /** Handles the commands of an account one after the other, with results in transactions. */
    public static ParallelConsumerContender byKey() {
        return of(ProcessingOrder.KEY, CommitMode.PERIODIC_TRANSACTIONAL_PRODUCER);
    }

    /** Handles the commands of an account one after the other, with results at least once. */
    public static ParallelConsumerContender byKeyAtLeastOnce() {
        return of(ProcessingOrder.KEY, CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS);
    }

    /** Handles commands in no order, with results in transactions. */
    public static ParallelConsumerContender unordered() {
        return of(ProcessingOrder.UNORDERED, CommitMode.PERIODIC_TRANSACTIONAL_PRODUCER);
    }

    /** Handles commands in no order, with results at least once: the fastest mode of this contender. */
    public static ParallelConsumerContender unorderedAtLeastOnce() {
        return of(ProcessingOrder.UNORDERED, CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS);
    }

    @Override
    public boolean exactlyOnce() {
        return commitMode == CommitMode.PERIODIC_TRANSACTIONAL_PRODUCER;
    }

    @Override
    public Running start(ContenderTask work) {
        RequestListener listener = new RequestListener(work, client.get());
        ParallelConsumerOptions<byte[], byte[]> options = ParallelConsumerOptions.<byte[], byte[]>builder()
                .ordering(order)
                .maxConcurrency(work.parallel())
                .commitMode(commitMode)
                .commitInterval(COMMIT_INTERVAL)
                .consumer(KafkaClients.consumer(KafkaClients.consumerSettings(work)))
                .producer(KafkaClients.producer(work, exactlyOnce()))
                .build();
        ParallelStreamProcessor<byte[], byte[]> processor = ParallelStreamProcessor.createEosStreamProcessor(options);
        processor.subscribe(List.of(work.topics().commands()));
        processor.pollAndProduce(context -> listener.answer(context.getSingleConsumerRecord()));
        return () -> {
            listener.stop();
            processor.closeDontDrainFirst();
            listener.close();
        };
    }
}
