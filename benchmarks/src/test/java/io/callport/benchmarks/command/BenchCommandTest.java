package io.callport.benchmarks.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final List<Comparison> rows = List.of(new Fake("B1", false), new Fake("B2", true), new Fake("B3", false));

    @Test
    void onlyTheNamedRowsAreMeasured(@TempDir Path directory) {
        Path json = directory.resolve("out.json");

        assertThat(execute("B3", "--quick", "--json", json.toString())).isZero();
        assertThat(lines()).contains("B3  what B3 is about", "QUICK").doesNotContain("B1  ");
        assertThat(json).content().contains("\"id\" : \"B3\"", "\"scale\" : \"QUICK\"", "\"loadBefore\"");
    }

    @Test
    void aRowThatBreaksStopsNoOtherAndIsInTheFile(@TempDir Path directory) {
        Path json = directory.resolve("out.json");

        assertThat(execute("--json", json.toString())).isEqualTo(1);
        assertThat(lines()).contains("B1  what", "BROKE    java.lang.IllegalStateException: no broker", "B3  what");
        assertThat(json)
                .content()
                .contains("\"id\" : \"B1\"", "\"broken\" : \"java.lang.IllegalState", "\"id\" : \"B3\"");
    }

    @Test
    void theFileIsThereAfterEachRow(@TempDir Path directory) {
        Path json = directory.resolve("out.json");
        List<Comparison> crashing = List.of(new Fake("B1", false), new Crash());
        BenchCommand command = new BenchCommand(crashing, out, out);

        assertThatThrownBy(() -> new CommandLine(command).execute("--json", json.toString()))
                .isInstanceOf(StackOverflowError.class);
        assertThat(json).content().contains("\"id\" : \"B1\"");
    }

    @Test
    void anUnknownRowIsRefusedWithAllThatThereAre() {
        assertThat(execute("B9")).isEqualTo(2);
        assertThat(lines()).contains("ROW: must be among [B1, B2, B3], but is [B9]");
    }

    private int execute(String... args) {
        return new CommandLine(new BenchCommand(rows, out, out)).execute(args);
    }

    private String lines() {
        return printed.toString(UTF_8);
    }

    private record Crash() implements Comparison {
        @Override
        public String id() {
            return "B2";
        }

        @Override
        public String title() {
            return "the end";
        }

        @Override
        public ComparisonReport measure(RunContext run) {
            throw new StackOverflowError();
        }
    }

    private record Fake(String id, boolean broken) implements Comparison {
        @Override
        public String title() {
            return "what " + id + " is about";
        }

        @Override
        public ComparisonReport measure(RunContext run) {
            if (broken) {
                throw new IllegalStateException("no broker");
            }
            Figure figure = new Figure(run.scale().name(), new Metric("speed", "results/s"), List.of(1.0));
            return new ComparisonReport(id, title(), List.of(figure), List.of(), List.of());
        }
    }
}
