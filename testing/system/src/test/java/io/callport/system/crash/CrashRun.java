package io.callport.system.crash;

import io.callport.system.crash.evidence.Commands;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.judge.AfterwardsJudge;
import io.callport.system.crash.judge.Verdict;
import io.callport.system.crash.load.Publisher;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Schedule;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.Java;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;

/** A whole run: load and faults, then peace, then the judges. */
final class CrashRun {
    private static final Duration TO_FAIL_OVER = Duration.ofSeconds(20);
    private static final Duration TO_BE_READY = Duration.ofSeconds(60);

    private final Plan plan;
    private final Java service;
    private final Path folder;

    /**
     * A run of a plan.
     *
     * @param service how the service is started
     * @param folder where configuration, output and data go
     */
    CrashRun(Plan plan, Java service, Path folder) {
        this.plan = plan;
        this.service = service;
        this.folder = folder;
    }

    /** Runs it, and tells what came of it. */
    Report run() {
        Schedule schedule = Schedule.of(plan);
        try (World world = World.start(plan, service, folder);
                ResultReader results = ResultReader.start(world.bootstrapServers());
                Publisher publisher = Publisher.start(world.bootstrapServers(), plan, world.secrets.accounts())) {
            disturb(world, schedule, publisher, results);
            Verdict afterwards = settle(world, publisher, results);
            world.instances.parallelStream().forEach(Instance::stop);
            publisher.stop();
            results.end();
            return new Report(plan, schedule, folder, new Judgement(world, publisher, results).with(afterwards));
        }
    }

    private void disturb(World world, Schedule schedule, Publisher publisher, ResultReader results) {
        Faults faults = Faults.start(world, schedule);
        Progress progress = Progress.start(world, faults, publisher, results);
        try {
            Wait.pause(plan.duration());
            publisher.stop();
            faults.end();
        } finally {
            progress.end();
        }
    }

    /** Waits until every command has its result and all slots are free, then asks once more. */
    private Verdict settle(World world, Publisher publisher, ResultReader results) {
        long begin = System.nanoTime();
        Commands commands = Commands.read(world.bootstrapServers());
        boolean all = Wait.whileItGrows(
                results::count,
                plan.scale().longestDeadline().plus(TO_FAIL_OVER),
                () -> results.hasAll(commands.byId().keySet()));
        boolean ready = Wait.during(TO_BE_READY, () -> world.notReady().isEmpty());
        System.out.printf("settled: every command has a result: %s, every instance is ready: %s%n", all, ready);
        Duration slotsFree = plan.scale()
                .budget()
                .window()
                .plus(Plan.VENDOR_TIMEOUT.multipliedBy(2))
                .plusSeconds(6);
        Wait.pause(slotsFree.minusNanos(System.nanoTime() - begin));
        FreshCommands fresh = new FreshCommands(world, publisher, results);
        return AfterwardsJudge.judge(fresh.ask(), fresh.took(), world.notReady());
    }
}
