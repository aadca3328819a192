package io.callport.benchmarks.contender.kafka;

import io.callport.app.service.Service;
import io.callport.benchmarks.service.ServiceFile;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.config.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The whole service, with its defaults except for the topics, the deadlines and the limit of requests in flight. */
public final class CallportContender implements Contender {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final long POLL_INTERVAL = 5_000_000;
    private static final String MORE = """
            deadline: { default: PT1H, max: PT1H }
            limits: { requests: %1$d, requests-per-account: %2$d }
            shutdown: PT1S
            """;

    private final String budget;

    /** Makes a contender without budgets, unless the task limits an account. */
    public CallportContender() {
        this("none");
    }

    /**
     * Makes a contender with that budget for each account, as in {@code 20/PT1M}, unless the task limits an account.
     */
    public CallportContender(String budget) {
        this.budget = budget;
    }

    @Override
    public boolean exactlyOnce() {
        return true;
    }

    @Override
    public Running start(ContenderTask work) {
        Service service = Service.start(configuration(work));
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!service.health().ready()) {
            if (System.nanoTime() > until) {
                service.close();
                throw new IllegalStateException("The service is not ready: " + service.health());
            }
            LockSupport.parkNanos(POLL_INTERVAL);
        }
        return service::close;
    }

    private Configuration configuration(ContenderTask work) {
        List<String> accounts = work.accounts().stream()
                .map(it -> ServiceFile.account(
                        it, BareCallbot.SECRET, work.vendor(), it.equals(work.limited()) ? "20/PT1M" : budget))
                .toList();
        String more = MORE.formatted(work.parallel(), Math.min(work.parallel(), 64));
        return ServiceFile.read(work.topics().bootstrap(), work.topics().name(), more, accounts);
    }
}
