package io.callport.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import io.callport.system.crash.process.JavaLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One result per command, every budget kept and every request announced, while processes are killed, frozen or cut off.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(
        named = "crash.enabled",
        matches = "true",
        disabledReason = "a loop that keeps slots and what is done in memory only does not keep these promises")
class CrashTest {
    static List<String> protocols() {
        return RunOptions.protocols();
    }

    @Tag("short")
    @Test
    void keepsItsPromisesThroughSecondsOfCrashes() {
        keepsItsPromises(RunOptions.plan(
                RunOptions.protocol(),
                Duration.ofSeconds(20),
                Scale.SHORT,
                FaultMix.everything(Duration.ofSeconds(2))));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("protocols")
    void keepsItsPromisesThroughMinutesOfCrashes(String protocol) {
        keepsItsPromises(RunOptions.plan(
                protocol, Duration.ofMinutes(4), Scale.LONG, FaultMix.everything(Duration.ofSeconds(3))));
    }

    private static void keepsItsPromises(Plan plan) {
        Path folder = RunFolders.fresh(plan.protocol());
        System.out.printf("crash run: protocol %s, seed %d, %s%n", plan.protocol(), plan.seed(), plan.scale());
        CrashReport report = new CrashRun(plan, JavaLauncher.asItIs(), folder).run();
        System.out.println(report.table());
        assertThat(report.allKept()).as(report::failure).isTrue();
        RunFolders.deleteData(folder);
    }
}
