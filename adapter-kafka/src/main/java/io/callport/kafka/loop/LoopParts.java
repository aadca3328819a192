package io.callport.kafka.loop;

import io.callport.kafka.command.CommandReader;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Deliveries;
import io.callport.kafka.publish.DestinationHealth;
import io.callport.kafka.publish.Outbox;
import io.callport.kafka.publish.RefusalTallies;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import io.callport.query.Ports;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The parts of the loop that outlive its sessions, put together once. One thread owns them. */
final class LoopParts implements AutoCloseable {
    final CurrentTopics topics;
    final OwnedPartitions partitions = new OwnedPartitions();
    final RecordIntake intake;
    final Dispatcher dispatcher;
    final Deliveries deliveries;
    final Outbox outbox;
    final DestinationHealth destinationHealth;
    final MemoryShares memory;
    final OversizedRecords oversized;
    private final RefusalTallies refusals;

    /**
     * Makes the parts.
     *
     * @param latest supplies the topics as they are known now
     * @param keys the keys of the state topics, as far as they are known
     */
    LoopParts(
            KafkaSettings settings,
            Function<String, Ports> ports,
            LoopListener listener,
            Tracing tracer,
            Supplier<TopicView> latest,
            OriginKeys keys,
            MemoryLedger memory) {
        this.memory = new MemoryShares(memory);
        this.outbox = new Outbox(this.memory.resultBytes());
        this.topics = new CurrentTopics(latest);
        this.destinationHealth = new DestinationHealth(topics, settings.topics().written());
        this.refusals = new RefusalTallies(settings.accounts().keySet());
        SafeTracing tracing = new SafeTracing(tracer);
        this.dispatcher = new Dispatcher(settings, ports, partitions, listener, tracing, memory.answers());
        this.deliveries = new Deliveries(settings, topics, listener, tracing, refusals);
        this.intake = new RecordIntake(
                new CommandReader(settings, topics, keys),
                keys,
                new RecordIntake.Outputs(tracing, dispatcher, deliveries, outbox),
                settings.topics(),
                listener,
                this.memory.largestValueBytes());
        this.oversized = new OversizedRecords(
                settings.clients(),
                partitions,
                intake,
                this.memory,
                ClientProperties.mostPollRecords(settings.clients()));
    }

    /** Whether the parts hold so much that no further record should be read. */
    boolean full() {
        return dispatcher.full() || outbox.full() || memory.scarce();
    }

    /** Reports the bytes that the loop's thread holds to the memory ledger. */
    void reportMemory() {
        memory.set(MemoryUse.COMMANDS, dispatcher.commandWeight() + intake.weight());
        memory.set(MemoryUse.ANSWERS, dispatcher.answerWeight());
        memory.set(MemoryUse.RESULTS, outbox.weight());
    }

    /** Forgets every command of a partition that is not owned any more. Requests in flight go on. */
    void forgetOthers() {
        outbox.removeIf(delivery -> !partitions.owns(delivery.progress()));
        dispatcher.forgetOthers();
        intake.forgetOthers(partitions);
    }

    /**
     * Takes a snapshot of the loop's work as it is now.
     *
     * @param homes each account's home; {@code null} before a topic was seen
     * @param snapshots the partitions of this instance
     */
    RawSnapshot snapshot(@Nullable AccountHomes homes, List<PartitionSnapshot> snapshots) {
        LoopTime now = LoopTime.now();
        Set<TopicPartition> owned =
                partitions.all().stream().map(PartitionProgress::partition).collect(Collectors.toSet());
        return new RawSnapshot(
                now, dispatcher.lanes(now), refusals.all(), homes, owned, snapshots, dispatcher.inherited(now));
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
