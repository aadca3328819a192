package io.callport.benchmarks.comparison.isolation;

import io.callport.benchmarks.harness.CommandPublisher;
import java.time.Duration;

/** A flood of one account: 400 commands at once, and then one beside every second quiet command. */
record AccountFlood() implements Flood {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final int BURST = 400;

    @Override
    public int records(int quietCommands) {
        return BURST + quietCommands;
    }

    @Override
    public void begin(CommandPublisher commands, int first) {
        for (int i = 0; i < BURST; i++) {
            commands.send(first + i, ACCOUNT, "flood-" + i, DEADLINE);
        }
    }

    @Override
    public void next(CommandPublisher commands, int first, int turn) {
        if (turn % 2 == 0) {
            commands.send(first + BURST + turn, ACCOUNT, "flood-" + (BURST + turn), DEADLINE);
        }
    }
}
