package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.publish.MetadataLimit;
import io.callport.kafka.publish.Outbox;
import io.callport.kafka.publish.Work;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Ports;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Effects;
import io.callport.switchboard.LaneSnapshot;
import io.callport.switchboard.Request;
import io.callport.switchboard.Result;
import io.callport.switchboard.Settings;
import io.callport.switchboard.SpentSlot;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a session: the switchboard, the requests in flight, the outbox, and which partitions all that is for. One
 * thread owns it.
 */
public final class Engine implements Work, AutoCloseable {
    private static final Duration FAR = Duration.ofDays(1);

    private final Outbox outbox = new Outbox();
    private final OwnedPartitions partitions = new OwnedPartitions();
    private final MetadataLimit metadataLimit = new MetadataLimit();
    private final RefusalTallies refused;
    private final KafkaSettings settings;
    private final LoopListener listener;
    private final Switchboard<AcceptedCommand> switchboard;
    private final Duration startDelay;
    private final RequestExecutor workers;
    private final RecordIntake intake;
    private final Results results;
    private final SafeTracing traces;
    private final SplittableRandom random = new SplittableRandom();
    private @Nullable AccountHomes homes;
    private boolean shedding;

    public Engine(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener, Tracing tracing) {
        this.settings = settings;
        this.listener = listener;
        Settings forSwitchboard = new Settings(
                settings.accounts()::get,
                settings.processing().limits(),
                settings.processing().retries(),
                settings.processing().requestTimeout());
        this.switchboard = new Switchboard<>(forSwitchboard);
        this.startDelay = forSwitchboard.startDelay();
        this.traces = new SafeTracing(tracing);
        this.workers = new RequestExecutor(ports, traces);
        this.refused = new RefusalTallies(settings.accounts().keySet());
        this.results = new Results(settings, listener, traces, refused);
        this.intake = new RecordIntake(settings, results, switchboard, outbox, listener);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public OwnedPartitions partitions() {
        return partitions;
    }

    @Override
    public MetadataLimit metadataLimit() {
        return metadataLimit;
    }

    @Override
    public Duration startDelay() {
        return startDelay;
    }

    /** Who is told of what happens. */
    LoopListener listener() {
        return listener;
    }

    /** What the switchboard keeps of accounts, and these partitions beside it. */
    public Glance glance(List<PartitionSnapshot> all) {
        LoopClock clock = LoopClock.now();
        Map<Account, LaneSnapshot> lanes =
                switchboard.snapshot(clock.nanos()).stream().collect(Collectors.toMap(LaneSnapshot::account, it -> it));
        Set<TopicPartition> begun =
                partitions.all().stream().map(PartitionProgress::partition).collect(Collectors.toSet());
        return new Glance(clock, lanes, refused.all(), homes, begun, all);
    }

    /** Each account's home, by what the topics were when this was asked first. */
    AccountHomes homes(TopicView view) {
        AccountHomes known = homes == null ? new AccountHomes(settings, view) : homes;
        homes = known;
        return known;
    }

    void take(ConsumerRecord<byte[], byte[]> record, PartitionProgress progress, TopicView view, LoopClock clock) {
        intake.take(record, progress, view, clock);
    }

    /** Hands ended requests to the switchboard, and its results to the outbox; returns what is to start, and when to wake up. */
    Effects<AcceptedCommand> advance(TopicView view, LoopClock clock) {
        for (RequestExecutor.Ended ended = workers.poll(); ended != null; ended = workers.poll()) {
            switchboard.ended(ended.request(), ended.outcome(), ended.at());
            tell(ended);
        }
        Effects<AcceptedCommand> effects = switchboard.advance(clock.nanos(), random.nextDouble());
        List<Delivery> deliveries = new ArrayList<>();
        for (Result<AcceptedCommand> result : effects.results()) {
            AcceptedCommand asked = result.command().origin();
            if (partitions.owns(asked.progress())) {
                deliveries.add(results.of(result, view, clock));
            } else {
                traces.left(asked.trace());
            }
        }
        outbox.add(deliveries, shedding);
        shedding = false;
        return effects;
    }

    /** Starts a request that spends of no budget. */
    void start(Request request) {
        start(request, System.nanoTime() + FAR.toNanos());
    }

    @Override
    public void start(Request request, long notAfter) {
        workers.start(request, notAfter, tracesOf(request));
    }

    /** A request that was to start will not. */
    void notMade(Request request, String why) {
        switchboard.ended(request, RequestExecutor.notMade(why), System.nanoTime());
        listener.requestDropped(request.account());
    }

    private void tell(RequestExecutor.Ended ended) {
        Request request = ended.request();
        if (ended.outcome().equals(RequestExecutor.TOO_LATE)) {
            listener.requestDropped(request.account());
            return;
        }
        QueryFailure failure = ended.outcome().failure();
        Reason reason = failure == null ? null : failure.reason();
        listener.requestEnded(Queries.nameOf(request.query()), request.account(), request.attempt(), reason);
    }

    @Override
    public int shed(PartitionProgress progress, int count) {
        shedding = true;
        return switchboard.shed(asked -> asked.progress() == progress, count, System.nanoTime());
    }

    /** Forgets every command of a partition that is not ours any more. Requests in flight go on. */
    void forgetOthers() {
        outbox.removeIf(delivery -> !partitions.owns(delivery.progress()));
        switchboard
                .forget(asked -> !partitions.owns(asked.progress()), System.nanoTime())
                .forEach(asked -> traces.left(asked.trace()));
    }

    private List<CommandTrace> tracesOf(Request request) {
        return traces.off()
                ? List.of()
                : switchboard.origins(request, SafeTracing.MOST_COMMANDS).stream()
                        .map(AcceptedCommand::trace)
                        .toList();
    }

    @Override
    public List<SpentSlot> spent(Account account) {
        return switchboard.spentSlots(account, System.nanoTime());
    }

    @Override
    public void restore(Account account, List<SpentSlot> spent) {
        switchboard.restore(account, spent, System.nanoTime());
    }

    /** No further request starts. */
    public void stop() {
        switchboard.stop();
    }

    boolean full() {
        return switchboard.full() || outbox.full();
    }

    public int requestsInFlight() {
        return switchboard.requestsInFlight();
    }

    @Override
    public void close() {
        workers.close();
    }
}
