package io.callport.observability.metrics;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.kafka.state.LoopListener;
import io.callport.query.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.Closeable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the loop. The query and the vendor of a command become tags only if they are known: otherwise any
 * publisher of commands could fill the memory with meters.
 */
final class LoopMetrics implements LoopListener {
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final KafkaClients clients;
    private final Set<String> vendors;

    /** The timers by their tags: to find one by the registry takes longer than to record. */
    private final Map<CommandTags, Timer> commands = new ConcurrentHashMap<>();

    private record CommandTags(String query, String vendor, String outcome) {}

    LoopMetrics(MeterRegistry registry, KafkaClients clients, Set<String> vendors) {
        this.registry = registry;
        this.clients = clients;
        this.vendors = vendors;
    }

    @Override
    public void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {
        commands.computeIfAbsent(
                        new CommandTags(query(query), vendor(account), Meters.outcome(refused)), this::commandTimer)
                .record(latency.isNegative() ? Duration.ZERO : latency); // a publisher's clock may be ahead
    }

    private Timer commandTimer(CommandTags tags) {
        return Meters.COMMANDS.of(registry, "query", tags.query(), "vendor", tags.vendor(), "outcome", tags.outcome());
    }

    @Override
    public void deadLetterPublished(String topic) {
        Meters.DEAD_LETTERS.of(registry, "topic", topic).increment();
    }

    @Override
    public void commandRerouted(String topic) {
        Meters.REROUTED.of(registry, "topic", topic).increment();
    }

    @Override
    public void originRejected(String topic) {
        Meters.ORIGINS_REJECTED.of(registry, "topic", topic).increment();
    }

    @Override
    public void transactionCommitted(int records, Duration took) {
        Meters.TRANSACTIONS.of(registry).record(took);
        Meters.TRANSACTION_RECORDS.of(registry).increment(records);
    }

    @Override
    public void stateWritten(String topic, int records, long bytes) {
        Meters.STATE_RECORDS.of(registry, "topic", topic).increment(records);
        Meters.STATE_BYTES.of(registry, "topic", topic).increment((double) bytes);
    }

    @Override
    public void partitionTakenOver(String topic, int records, long bytes, Duration took) {
        Meters.TAKEOVERS.of(registry, "topic", topic).record(took);
        Meters.TAKEOVER_RECORDS.of(registry, "topic", topic).increment(records);
        Meters.TAKEOVER_BYTES.of(registry, "topic", topic).increment((double) bytes);
    }

    @Override
    public void transactionAborted() {
        Meters.TRANSACTIONS_ABORTED.of(registry).increment();
    }

    @Override
    public void turned(Duration took) {
        Meters.TURNS.of(registry).record(took);
    }

    @Override
    public void partitionsAssigned(int partitions) {
        Meters.REBALANCES.of(registry, "event", "assigned").increment();
    }

    @Override
    public void partitionsRevoked(int partitions) {
        Meters.REBALANCES.of(registry, "event", "revoked").increment();
    }

    @Override
    public void partitionsLost(int partitions) {
        Meters.REBALANCES.of(registry, "event", "lost").increment();
    }

    @Override
    public void clientOpened(Closeable client) {
        clients.opened(client);
    }

    @Override
    public void clientClosed(Closeable client) {
        clients.closed(client);
    }

    @Override
    public void clientsRecreated() {
        Meters.RECREATED.of(registry).increment();
    }

    @Override
    public void requestEnded(String query, Account account, int attempt, @Nullable Reason failed) {
        Meters.ATTEMPTS
                .of(registry, "query", query(query), "vendor", vendor(account), "outcome", Meters.outcome(failed))
                .record(attempt);
    }

    @Override
    public void requestDropped(Account account) {
        Meters.DROPPED.of(registry, "vendor", vendor(account)).increment();
    }

    private static String query(String query) {
        return Queries.nameOr(query, UNKNOWN);
    }

    private String vendor(Account account) {
        return vendors.contains(account.vendor()) ? account.vendor() : UNKNOWN;
    }
}
