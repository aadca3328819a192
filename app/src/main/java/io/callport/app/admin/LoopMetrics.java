package io.callport.app.admin;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.kafka.LoopListener;
import io.callport.query.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loop's metrics. A command's words become tags only if they are known: else whoever sends commands could fill the
 * memory with meters.
 */
record LoopMetrics(MeterRegistry registry, Set<String> vendors) implements LoopListener {
    private static final String UNKNOWN = "unknown";

    @Override
    public void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {
        registry.timer(
                        "callport.commands",
                        "query",
                        Queries.named(query).isPresent() ? query : UNKNOWN,
                        "vendor",
                        vendors.contains(account.vendor()) ? account.vendor() : UNKNOWN,
                        "outcome",
                        refused == null ? "answered" : refused.code())
                .record(latency);
    }

    @Override
    public void deadLetterPublished(String topic) {
        registry.counter("callport.dead.letters", "topic", topic).increment();
    }

    @Override
    public void commandRerouted(String topic) {
        registry.counter("callport.commands.rerouted", "topic", topic).increment();
    }

    @Override
    public void transactionCommitted(int records, Duration took) {
        registry.timer("callport.transactions", "outcome", "committed").record(took);
        registry.counter("callport.transactions.records").increment(records);
    }

    @Override
    public void transactionAborted() {
        registry.counter("callport.transactions.aborted").increment();
    }
}
