package io.callport.system.crash;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.plan.FaultType;
import io.callport.system.crash.plan.Schedule;
import io.callport.system.crash.plan.ScheduledFault;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a schedule's faults happen, with a thread for each target, so that the faults of one target wait for each
 * other.
 */
final class FaultInjector {
    private static final List<Fault> OF_THE_VENDOR = List.of(
            Fault.of(FaultKind.LATENCY, "millis", 700),
            Fault.of(FaultKind.LATENCY, "millis", 3_000),
            Fault.of(FaultKind.STATUS, "status", 500),
            Fault.of(FaultKind.STATUS, "status", 503),
            Fault.of(FaultKind.STATUS, "status", 429).with("retryAfter", "1"),
            Fault.of(FaultKind.RESET),
            Fault.of(FaultKind.STALL_BODY));
    private static final int MAX_REQUESTS_HIT = 40;

    private final TestCluster cluster;
    private final AtomicInteger count = new AtomicInteger();
    private final List<Future<?>> targets = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FaultInjector(TestCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts to inject the faults of the schedule now. */
    static FaultInjector start(TestCluster cluster, Schedule schedule) {
        FaultInjector faults = new FaultInjector(cluster);
        long begin = System.nanoTime();
        Map<String, List<ScheduledFault>> byTarget = new LinkedHashMap<>();
        schedule.steps()
                .forEach(step -> byTarget.computeIfAbsent(target(step), target -> new ArrayList<>())
                        .add(step));
        byTarget.values()
                .forEach(steps -> faults.targets.add(faults.threads.submit(() -> faults.perform(steps, begin))));
        faults.threads.shutdown();
        return faults;
    }

    /** The number of faults that have happened. */
    int count() {
        return count.get();
    }

    /**
     * Waits until all faults have happened, then repairs everything: no vendor fault is armed, and every process runs.
     */
    void end() {
        try {
            for (Future<?> target : targets) {
                target.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the schedule failed", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted during the schedule", e);
        }
        cluster.vendor.clearFaults();
        cluster.broker.startAgain();
        cluster.instances.forEach(Instance::startAgainIfEnded);
        Topics.repairReplies(cluster.bootstrapServers());
    }

    private static String target(ScheduledFault step) {
        return step.kind() == FaultType.BROKER_CRASH || step.kind() == FaultType.VENDOR_FAULT
                ? step.kind().name()
                : "instance " + step.instance();
    }

    private void perform(List<ScheduledFault> steps, long begin) {
        for (ScheduledFault step : steps) {
            Wait.pause(step.at().minusNanos(System.nanoTime() - begin));
            perform(step);
            count.incrementAndGet();
        }
    }

    private void perform(ScheduledFault step) {
        Instance instance = cluster.instances.get(step.instance());
        Duration length = step.length();
        switch (step.kind()) {
            case KILL -> {
                instance.kill();
                Wait.pause(length);
                instance.startAgain();
            }
            case FREEZE -> {
                instance.startAgainIfEnded();
                instance.freezeFor(() -> Wait.pause(length));
            }
            case RESTART, ROLLING_RESTART -> {
                instance.stop();
                instance.startAgain();
            }
            case BROKER_CRASH -> {
                cluster.broker.kill();
                Wait.pause(length);
                cluster.broker.startAgain();
            }
            case VENDOR_FAULT -> {
                Fault fault = OF_THE_VENDOR.get(step.choice() % OF_THE_VENDOR.size());
                cluster.vendor.arm(fault.times(1 + step.choice() % MAX_REQUESTS_HIT));
                Wait.pause(length);
                cluster.vendor.clearFaults();
            }
        }
    }
}
