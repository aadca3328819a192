package io.callport.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.system.crash.check.CheckResult;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.variant.BrokenVariant;
import io.callport.system.crash.variant.BrokenVariants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The crash tests can fail: they catch every deliberate mistake of {@link BrokenVariants}, within two runs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(
        named = "crash.enabled",
        matches = "true",
        disabledReason = "the mistakes are made in a loop that keeps its promises without them")
class BrokenVariantsTest {
    private static final int RUNS = 2;
    private static final Duration DURATION = Duration.ofSeconds(30);

    static List<BrokenVariant> variants() {
        return BrokenVariants.ALL;
    }

    @Tag("short")
    @ParameterizedTest
    @MethodSource("variants")
    void canStillBeMade(BrokenVariant variant, @TempDir Path folder) {
        assertThat(variant.compile(folder).inFront()).isNotEmpty();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("variants")
    void catches(BrokenVariant variant) {
        Path folder = RunFolders.fresh("variant-" + BrokenVariants.ALL.indexOf(variant));
        JavaLauncher service = variant.compile(folder);
        Plan first = RunOptions.plan(RunOptions.protocol(), DURATION, Scale.SHORT, variant.faultMix());
        List<String> tables = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Plan plan = first.seed(first.seed() + run);
            System.out.printf("broken variant: %s, seed %d%n", variant, plan.seed());
            CrashReport report = new CrashRun(plan, service, RunFolders.fresh(folder.getFileName() + "/run")).run();
            tables.add(report.table());
            System.out.println(report.table());
            if (caught(variant, report)) {
                return;
            }
        }
        assertThat(tables)
                .as("no check reported \"%s\" for: %s", variant.evidence(), variant)
                .isEmpty();
    }

    private static boolean caught(BrokenVariant variant, CrashReport report) {
        for (CheckResult verdict : report.verdicts()) {
            for (String line : verdict.evidence()) {
                if (line.contains(variant.evidence())) {
                    System.out.println("caught: " + line);
                    return true;
                }
            }
        }
        return false;
    }
}
