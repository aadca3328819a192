package io.callport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.comparison.Scale;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.JsonReport;
import io.callport.benchmarks.report.Machine;
import io.callport.benchmarks.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every row of the comparison runs for a moment, with every contender, so that none breaks unnoticed; no figure is
 * checked.
 */
class ComparisonsStillWorkTest {
    static final List<Comparison> ROWS = Comparisons.ALL;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @FieldSource("ROWS")
    void everyContenderHasFiguresAndEveryGoalAVerdict(Comparison row) throws Exception {
        ComparisonReport report = row.measure(new RunContext(Scale.SMOKE, line -> {}));

        assertThat(report.figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.values())
                        .as(figure.contender() + ", " + figure.metric().name())
                        .isNotEmpty()
                        .allSatisfy(value -> assertThat(value).isFinite().isNotNegative()));
        report.figures().stream()
                .collect(Collectors.groupingBy(Figure::contender))
                .forEach((contender, figures) -> assertThat(figures)
                        .as(contender)
                        .anySatisfy(figure -> assertThat(figure.values()).allMatch(value -> value > 0)));
        assertThat(report.verdicts())
                .extracting(Verdict::line)
                .allMatch(line -> line.matches("(met|NOT met) .*, goal at (least|most) [\\d.]+( in every round)?"));
        assertThat(report.text()).startsWith("\n" + row.id() + "  " + row.title());
        assertThat(json(report).at("/rows/0/figures")).hasSameSizeAs(report.figures());
    }

    private JsonNode json(ComparisonReport report) throws Exception {
        Path file = directory.resolve("report.json");
        JsonReport.write(file, Machine.here(), "SMOKE", List.of(report));
        return new ObjectMapper().readTree(file.toFile());
    }
}
