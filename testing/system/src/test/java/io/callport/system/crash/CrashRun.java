package io.callport.system.crash;

import io.callport.system.crash.check.CheckResult;
import io.callport.system.crash.check.RecoveryCheck;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.load.LoadPublisher;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Schedule;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;

/** A whole run: load and faults, then a quiet time, then the checks. */
final class CrashRun {
    private static final Duration TO_FAIL_OVER = Duration.ofSeconds(20);
    private static final Duration TO_BE_READY = Duration.ofSeconds(60);

    private final Plan plan;
    private final JavaLauncher service;
    private final Path folder;

    /**
     * Prepares the run of a plan.
     *
     * @param service the launcher of the service
     * @param folder the folder for configuration, output and data
     */
    CrashRun(Plan plan, JavaLauncher service, Path folder) {
        this.plan = plan;
        this.service = service;
        this.folder = folder;
    }

    /** Runs the plan and reports its results. */
    CrashReport run() {
        Schedule schedule = Schedule.of(plan);
        try (TestCluster cluster = TestCluster.start(plan, service, folder);
                ResultReader results = ResultReader.start(cluster.bootstrapServers());
                LoadPublisher publisher =
                        LoadPublisher.start(cluster.bootstrapServers(), plan, cluster.secrets.accounts())) {
            disturb(cluster, schedule, publisher, results);
            CheckResult afterwards = settle(cluster, publisher, results);
            cluster.instances.parallelStream().forEach(Instance::stop);
            publisher.stop();
            results.end();
            return new CrashReport(
                    plan, schedule, folder, new PromiseChecks(cluster, publisher, results).with(afterwards));
        }
    }

    private void disturb(TestCluster cluster, Schedule schedule, LoadPublisher publisher, ResultReader results) {
        FaultInjector faults = FaultInjector.start(cluster, schedule);
        ProgressPrinter progress = ProgressPrinter.start(cluster, faults, publisher, results);
        try {
            Wait.pause(plan.duration());
            publisher.stop();
            faults.end();
        } finally {
            progress.end();
        }
    }

    /**
     * Waits until every command has its result and all slots are free, then publishes one more command for each
     * account.
     */
    private CheckResult settle(TestCluster cluster, LoadPublisher publisher, ResultReader results) {
        long begin = System.nanoTime();
        PublishedCommands commands = PublishedCommands.read(cluster.bootstrapServers());
        boolean all = Wait.whileItGrows(
                results::count,
                plan.scale().longestDeadline().plus(TO_FAIL_OVER),
                () -> results.hasAll(commands.byId().keySet()));
        boolean ready = Wait.until(TO_BE_READY, () -> cluster.notReady().isEmpty());
        System.out.printf("settled: every command has a result: %s, every instance is ready: %s%n", all, ready);
        Duration slotsFree = plan.scale()
                .budget()
                .window()
                .plus(Plan.VENDOR_TIMEOUT.multipliedBy(2))
                .plusSeconds(6);
        Wait.pause(slotsFree.minusNanos(System.nanoTime() - begin));
        RecoveryCommands fresh = new RecoveryCommands(cluster, publisher, results);
        return RecoveryCheck.check(fresh.ask(), fresh.took(), cluster.notReady());
    }
}
