package io.callport.benchmarks.pipeline;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Table;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.query.Ports;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The time in which a partition is taken over whose accounts have all spent of their budgets. */
public final class Takeover implements Ports, CallInfoPort, LoopListener {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final Budget BUDGET = Budget.parse("2/P1D");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final String name = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final String bootstrap;
    private final Map<Account, Budget> accounts = new HashMap<>();
    private final AtomicInteger results = new AtomicInteger();
    private volatile @Nullable Cost cost;

    /** The size of what was read, and the time from the assignment of the partition until its commands are read. */
    private record Cost(int records, long bytes, Duration took) {}

    private Takeover(String bootstrap, int size) {
        this.bootstrap = bootstrap;
        for (int i = 0; i < size; i++) {
            accounts.put(new Account("callbot", "account-" + i), BUDGET);
        }
    }

    /** Measures every size once a round, and prints a table. */
    public static void print(int rounds, PrintStream out) {
        Table table = new Table("accounts", "records read", "KiB read", "ms until begun", "least-most");
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            out.println("warming up");
            new Takeover(kafka.bootstrapServers(), 1_000).measure();
            for (int size : SIZES) {
                List<Double> millis = new ArrayList<>();
                Cost last = new Cost(0, 0, Duration.ZERO);
                for (int round = 0; round < rounds; round++) {
                    last = new Takeover(kafka.bootstrapServers(), size).measure();
                    millis.add(last.took().toNanos() / 1e6);
                    out.printf(Locale.ROOT, "%7d accounts  %6.0f ms%n", size, millis.get(round));
                }
                Samples samples = Samples.of(millis);
                table.row(
                        String.format(Locale.ROOT, "%,d", size),
                        String.format(Locale.ROOT, "%,d", last.records()),
                        String.format(Locale.ROOT, "%,d", last.bytes() / 1_024),
                        String.format(Locale.ROOT, "%.0f", samples.median()),
                        String.format(Locale.ROOT, "%.0f-%.0f", samples.least(), samples.most()));
            }
        }
        out.println();
        out.print(table);
    }

    /** Measures a little for a moment, so that a test sees that it still works. */
    public static void tryOut(PrintStream out) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            out.println("20 accounts in "
                    + new Takeover(kafka.bootstrapServers(), 20).measure().took());
        }
    }

    /** Asks every account once, closes the loop, and starts another one. */
    private Cost measure() {
        try (KafkaLoop first = KafkaLoop.start(settings(), vendor -> this, this);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "linger.ms", "5"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            until(first, () -> first.health().ready());
            accounts.keySet().forEach(account -> send(producer, account));
            until(first, () -> results.get() == accounts.size());
        }
        cost = null;
        try (KafkaLoop second = KafkaLoop.start(settings(), vendor -> this, this)) {
            until(second, () -> cost != null);
        }
        Cost measured = cost;
        if (measured == null) {
            throw new IllegalStateException("nothing was taken over");
        }
        return measured;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Account account) {
        String command = "{\"query\":\"call-info.lookup\",\"account\":\"" + account
                + "\",\"params\":{\"customerId\":\"1\",\"appKey\":\"k\",\"status\":1}}";
        Future<?> unused = producer.send(new ProducerRecord<>(
                name + ".commands",
                0,
                account.toString().getBytes(StandardCharsets.UTF_8),
                command.getBytes(StandardCharsets.UTF_8)));
    }

    private static void until(KafkaLoop loop, BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("nothing happens: " + loop.health());
            }
            LockSupport.parkNanos(200_000);
        }
    }

    private KafkaSettings settings() {
        TopicSettings topics = new TopicSettings(
                Map.of(
                        "callbot",
                        new VendorTopics(name + ".commands", name + ".results", name + ".state", name + ".events")),
                name + ".dead-letters",
                CrossVendor.REFUSE,
                new TopicSettings.Creation(1, (short) 1));
        return new KafkaSettings(
                ClientSettings.of(bootstrap, name),
                topics,
                accounts,
                new DeadlineSettings(Duration.ofHours(1), Duration.ofHours(1)),
                new ProcessingSettings(
                        new Limits(10, 20_000, 4, 64, 256L << 20),
                        RetryPolicy.DEFAULT,
                        Duration.ofSeconds(30),
                        Duration.ZERO),
                SipPasswords.REDACT);
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(this);
    }

    @Override
    public CallInfo lookup(Account account, LookupQuery query) {
        return new CallInfo(VendorFields.NONE);
    }

    @Override
    public void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {
        results.incrementAndGet();
    }

    @Override
    public void partitionTakenOver(String topic, int records, long bytes, Duration took) {
        cost = new Cost(records, bytes, took);
    }
}
