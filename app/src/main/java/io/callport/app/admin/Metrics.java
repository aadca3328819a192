package io.callport.app.admin;

import io.callport.http.HttpListener;
import io.callport.kafka.LoopListener;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;

/** Counts and times what the adapters report, for Prometheus. Thread-safe. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Set<String> vendors;

    /**
     * Starts at zero.
     *
     * @param vendors the vendors with accounts; others share one name, for anybody can make names up
     */
    public Metrics(Set<String> vendors) {
        this.vendors = Set.copyOf(vendors);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    /** What listens to the loop. */
    public LoopListener ofCommands() {
        return new LoopMetrics(registry, vendors);
    }

    /** What listens to the vendors' ports. */
    public HttpListener ofRequests() {
        return new RequestMetrics(registry);
    }

    /** Everything in Prometheus's text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
