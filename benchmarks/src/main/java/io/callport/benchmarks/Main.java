package io.callport.benchmarks;

import io.callport.benchmarks.command.BenchCommand;
import io.callport.benchmarks.pipeline.Isolation;
import io.callport.benchmarks.pipeline.OutstandingCommands;
import io.callport.benchmarks.pipeline.Takeover;
import io.callport.benchmarks.switchboard.EventCostByLanes;
import io.callport.benchmarks.switchboard.EventCostRatios;
import io.callport.benchmarks.switchboard.LaneMemory;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;

/** The command line: rows of the comparison, or one word that names another benchmark. */
public final class Main {
    private static final int ROUNDS = 3;
    private static final int TURNS = 40;
    private static final int LANES = 100_000;
    private static final String FOOTER = """

            Rows:
            %s
            What else is measured, one word instead of rows:
              switchboard   a command's cost in the switchboard, by the number of lanes, as ratios (one minute)
              jmh           the same with JMH, a process for each; for a machine of your own (four minutes)
              lanes         the bytes of a lane, by what it holds (half a minute)
              outstanding   what a record costs on a partition with up to 100,000 commands outstanding (two minutes)
              takeover      how long a partition with up to 100,000 accounts takes to be taken over
              isolation     what a flood of one account costs the others, through the whole service (two minutes)
            """;

    private Main() {}

    /**
     * Measures and prints. The exit code is 0, or 1 if a promise was not kept or a row failed, or 2 if the command line
     * is wrong.
     */
    public static void main(String[] args) throws RunnerException {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) throws RunnerException {
        switch (args.size() == 1 ? args.get(0) : "") {
            case "switchboard" -> EventCostRatios.print(TURNS, System.out);
            case "jmh" -> EventCostByLanes.print(ROUNDS, System.out);
            case "lanes" -> LaneMemory.print(LANES, System.out);
            case "outstanding" -> OutstandingCommands.print(ROUNDS, System.out);
            case "takeover" -> Takeover.print(ROUNDS, System.out);
            case "isolation" -> {
                return Isolation.print(ROUNDS, System.out) ? 0 : 1;
            }
            default -> {
                return sideBySide(args);
            }
        }
        return 0;
    }

    private static int sideBySide(List<String> args) {
        StringBuilder rows = new StringBuilder();
        Comparisons.ALL.forEach(row -> rows.append("  %s   %s%n".formatted(row.id(), row.title())));
        CommandLine line = new CommandLine(new BenchCommand(Comparisons.ALL, System.out, System.err));
        line.getCommandSpec().usageMessage().footer(FOOTER.formatted(rows).replace("%", "%%"));
        return line.execute(args.toArray(String[]::new));
    }
}
