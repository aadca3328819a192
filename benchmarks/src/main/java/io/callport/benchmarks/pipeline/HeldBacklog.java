package io.callport.benchmarks.pipeline;

import io.callport.account.Account;
import io.callport.account.Budget;
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
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A loop on one partition whose backlog has every other command held by a vendor that does not answer. */
final class HeldBacklog implements AutoCloseable, Ports, CallInfoPort, LoopListener {
    private static final Account HELD = new Account("callbot", "held");
    private static final Account QUICK = new Account("callbot", "quick");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final String name = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicInteger results = new AtomicInteger();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaLoop loop;

    /**
     * The cost of a record.
     *
     * @param processorMicros the processor time of the loop's thread, in microseconds
     * @param wallMicros the time from the publication to the committed result, shared among all records published
     *     together
     */
    record Cost(double processorMicros, double wallMicros) {}

    private HeldBacklog(String bootstrap, int outstanding) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.loop = KafkaLoop.start(settings(bootstrap, outstanding), vendor -> this, this);
    }

    /** Makes that many commands outstanding, with an answered command between any two, then answers more commands. */
    static Cost measure(String bootstrap, int outstanding, int records) {
        try (HeldBacklog backlog = new HeldBacklog(bootstrap, outstanding)) {
            backlog.until(() -> backlog.loop.health().ready());
            for (int i = 0; i < outstanding; i++) {
                backlog.send(HELD, i);
                backlog.send(QUICK, 0);
            }
            backlog.until(() -> backlog.results.get() == outstanding);
            return backlog.answer(records);
        }
    }

    private Cost answer(int records) {
        int before = results.get();
        long processor = processorNanos();
        long began = System.nanoTime();
        for (int i = 0; i < records; i++) {
            send(QUICK, 0);
        }
        until(() -> results.get() == before + records);
        double wall = (System.nanoTime() - began) / 1e3 / records;
        return new Cost((processorNanos() - processor) / 1e3 / records, wall);
    }

    private static long processorNanos() {
        long id = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("callport-loop"))
                .mapToLong(Thread::getId)
                .max()
                .orElseThrow();
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(id);
    }

    private void send(Account account, int customer) {
        byte[] key = account.toString().getBytes(StandardCharsets.UTF_8);
        String command = "{\"query\":\"call-info.lookup\",\"account\":\"" + account + "\",\"params\":{\"customerId\":\""
                + customer + "\",\"appKey\":\"k\",\"status\":1}}";
        Future<?> unused = producer.send(
                new ProducerRecord<>(name + ".commands", 0, key, command.getBytes(StandardCharsets.UTF_8)));
    }

    private void until(BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("nothing happens: " + loop.health() + ", results=" + results);
            }
            LockSupport.parkNanos(200_000);
        }
    }

    private KafkaSettings settings(String bootstrap, int outstanding) {
        TopicSettings topics = new TopicSettings(
                Map.of(
                        "callbot",
                        new VendorTopics(name + ".commands", name + ".results", name + ".state", name + ".events")),
                name + ".dead-letters",
                CrossVendor.REFUSE,
                new TopicSettings.Creation(1, (short) 1));
        Limits limits = new Limits(2 * outstanding, 4 * outstanding + 1_000, 4, 64, 256L << 20);
        return new KafkaSettings(
                ClientSettings.of(bootstrap, name),
                topics,
                Map.of(HELD, Budget.UNLIMITED, QUICK, Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofHours(1), Duration.ofHours(1)),
                new ProcessingSettings(limits, RetryPolicy.DEFAULT, Duration.ofHours(1), Duration.ZERO),
                SipPasswords.REDACT);
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(this);
    }

    @Override
    public CallInfo lookup(Account account, LookupQuery query) {
        if (account.equals(HELD)) {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "interrupted"));
            }
        }
        return new CallInfo(VendorFields.NONE);
    }

    @Override
    public void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {
        results.incrementAndGet();
    }

    @Override
    public void close() {
        loop.close();
        held.countDown();
        producer.close();
    }
}
