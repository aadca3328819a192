package io.callport.benchmarks.command;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.comparison.Scale;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.JsonReport;
import io.callport.benchmarks.report.Machine;
import io.callport.benchmarks.report.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the named rows, or all rows; the exit code is 1 if a row failed, regardless of the verdicts. */
@Command(
        name = "callport bench",
        sortOptions = false,
        description = "Measures Callport side by side with what people would use instead, and with the limit.")
public final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ROW", description = "Rows, as in B1 B5; all of them if none is named.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--quick", description = "Less of everything: minutes, and more noise.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write every value to this file, after each row.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final List<Comparison> rows;
    private final PrintStream out;
    private final PrintStream progress;

    /** Makes a command for these rows, which writes its reports to one stream and its progress to the other. */
    public BenchCommand(List<Comparison> rows, PrintStream out, PrintStream progress) {
        this.rows = rows;
        this.out = out;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException {
        List<Comparison> chosen = chosen();
        if (chosen.isEmpty()) {
            progress.println(
                    "ROW: must be among " + rows.stream().map(Comparison::id).toList() + ", but is " + wanted);
            return 2;
        }
        Machine machine = Machine.here();
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        out.println(machine.line());
        List<ComparisonReport> reports = new ArrayList<>();
        for (Comparison row : chosen) {
            reports.add(measure(row, new RunContext(scale, progress::println)));
            if (json != null) {
                JsonReport.write(json, machine, scale.name(), reports);
            }
        }
        summary(reports);
        return reports.stream().allMatch(report -> report.broken().isEmpty()) ? 0 : 1;
    }

    /** The chosen rows in the order of the comparison; no row if a name is unknown. */
    private List<Comparison> chosen() {
        List<String> names = rows.stream().map(Comparison::id).toList();
        if (!names.containsAll(wanted)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(row.id()))
                .toList();
    }

    private ComparisonReport measure(Comparison row, RunContext run) {
        long began = System.nanoTime();
        ComparisonReport report = reportOf(row, run);
        out.print(report.text());
        out.printf("%n(%s took %d s)%n", row.id(), (System.nanoTime() - began) / 1_000_000_000);
        return report;
    }

    private ComparisonReport reportOf(Comparison row, RunContext run) {
        try {
            return row.measure(run);
        } catch (Exception e) {
            e.printStackTrace(progress);
            return ComparisonReport.broken(row.id(), row.title(), e.toString());
        }
    }

    private void summary(List<ComparisonReport> reports) {
        out.println();
        for (ComparisonReport report : reports) {
            report.verdicts().forEach(verdict -> out.println(report.id() + "  " + verdict.line()));
            if (!report.broken().isEmpty()) {
                out.println(report.id() + "  BROKE    " + report.broken());
            }
        }
        out.println("load after " + Numbers.text(Machine.load()));
    }
}
