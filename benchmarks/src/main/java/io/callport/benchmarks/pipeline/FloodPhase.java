package io.callport.benchmarks.pipeline;

import io.callport.account.Account;
import io.callport.benchmarks.report.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A phase in which quiet accounts send commands in turn, with or without a flood of one account.
 *
 * @param quiet the latencies of the quiet accounts, in milliseconds
 * @param answered the number of answered commands of the flood
 * @param refused the number of refused commands of the flood
 * @param waiting the number of commands with neither outcome when the phase ended
 * @param requests the number of the flooded account's requests at its vendor
 */
record FloodPhase(Samples quiet, int answered, int refused, int waiting, long requests) {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Runs a phase with a service of its own. */
    static FloodPhase run(String bootstrap, FloodLoad load, Scale scale) {
        try (ServiceFixture service = ServiceFixture.on(bootstrap, scale.quietAccounts());
                CommandClient client = CommandClient.of(bootstrap, service.topics())) {
            askInTurn(service.quiet(), client, scale.warmUp(), new CommandCounts());
            CommandCounts flood = new CommandCounts();
            for (int i = 0; i < load.commands(); i++) {
                client.ask(ServiceFixture.FLOODED, load.deadline(), flood);
            }
            CommandCounts quiet = new CommandCounts();
            askInTurn(service.quiet(), client, scale.length(), quiet);
            await(quiet);
            Samples millis = Samples.of(quiet.millis());
            return new FloodPhase(
                    millis, flood.answered(), flood.refused(), flood.waiting(), service.requestsOfFlooded());
        }
    }

    /**
     * The scale of a benchmark.
     *
     * @param quietAccounts the number of quiet accounts
     * @param warmUp the time for which they send commands before anything counts
     * @param length the time for which their commands count
     */
    record Scale(int quietAccounts, Duration warmUp, Duration length) {}

    private static void askInTurn(List<Account> accounts, CommandClient client, Duration length, CommandCounts counts) {
        long start = System.nanoTime();
        long commands = length.dividedBy(EVERY);
        for (int i = 0; i < commands; i++) {
            long due = start + i * EVERY.toNanos();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            client.ask(accounts.get(i % accounts.size()), DEADLINE, counts);
        }
    }

    private static void await(CommandCounts counts) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (counts.waiting() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("No result for " + counts.waiting() + " commands of quiet accounts");
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
        if (counts.refused() > 0) {
            throw new IllegalStateException(counts.refused() + " commands of quiet accounts were refused");
        }
    }
}
