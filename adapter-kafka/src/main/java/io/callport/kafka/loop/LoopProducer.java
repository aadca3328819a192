package io.callport.kafka.loop;

import io.callport.kafka.publish.ProducerHolder;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.state.LoopListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.internals.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop's producer, and the next one where an ended transaction keeps it from beginning another. One thread owns it.
 */
final class LoopProducer implements ProducerHolder {
    private static final Logger LOG = LoggerFactory.getLogger(LoopProducer.class);
    private static final Set<TransactionState> ENDING =
            Set.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);
    private static final long PATIENCE_MS = 2_000;

    /** The record of a transaction's end reaches all partitions within milliseconds, unless one does not take it. */
    private static final int MAX_CHECKS = 20;

    private static final long CHECK_INTERVAL_MS = 25;

    private final ClientSettings settings;
    private final ProcessIds ids;
    private final Admin admin;
    private final LoopListener listener;
    private Producer<byte[], byte[]> producer;

    LoopProducer(ClientSettings settings, ProcessIds ids, Admin admin, LoopListener listener) {
        this.settings = settings;
        this.ids = ids;
        this.admin = admin;
        this.listener = listener;
        this.producer = LoopClients.producer(settings, ids.transactionalId());
    }

    /** Fences any other producer with this transactional id. */
    void fenceOthers() {
        try {
            producer.initTransactions();
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            // a partition that takes no records may keep the last transaction of this id from ending
            ids.renewTransactionalId();
            throw e;
        }
    }

    @Override
    public Producer<byte[], byte[]> get() {
        return producer;
    }

    @Override
    public Set<TopicPartition> unfinished() {
        Set<TopicPartition> waiting = Set.of();
        for (int check = 0; check < MAX_CHECKS; check++) {
            waiting = waitedFor();
            if (waiting.isEmpty()) {
                break;
            }
            pause();
        }
        return waiting;
    }

    private Set<TopicPartition> waitedFor() {
        try {
            TransactionDescription transaction = admin.describeTransactions(List.of(ids.transactionalId()))
                    .description(ids.transactionalId())
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return ENDING.contains(transaction.state())
                    ? transaction.topicPartitions().stream()
                            .filter(partition -> !Topic.isInternal(partition.topic()))
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (ExecutionException | TimeoutException e) {
            return Set.of();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(CHECK_INTERVAL_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void replace() {
        LOG.atWarn().log("Replaced the producer, whose last transaction waits for a partition");
        listener.clientClosed(producer);
        producer.close(Duration.ZERO);
        ids.renewTransactionalId();
        producer = LoopClients.producer(settings, ids.transactionalId());
        listener.clientOpened(producer);
        fenceOthers();
    }
}
