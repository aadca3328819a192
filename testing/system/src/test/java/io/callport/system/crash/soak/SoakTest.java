package io.callport.system.crash.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Budget;
import io.callport.system.crash.RunFolders;
import io.callport.system.crash.check.ProcessCheck;
import io.callport.system.crash.evidence.Result;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.evidence.StandInVendor;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import io.callport.system.crash.process.Broker;
import io.callport.system.crash.process.FreePorts;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.process.ServiceFile;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The largest of everything for minutes, in a heap of 256 MiB: nothing ends the process, and everything has one result.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "crash.enabled", matches = "true")
class SoakTest {
    private static final Duration LENGTH = Duration.parse(System.getProperty("soak.duration", "PT10M"));
    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration VENDOR_TIMEOUT = Duration.ofSeconds(20); // a stand-in on the same machine is slow
    private static final Duration TO_SETTLE = Duration.ofMinutes(2);
    private static final int MAX_WAITING = 30_000;
    private static final int PARTITIONS = 3;

    @Test
    void theLargestOfEverythingInASmallHeap() {
        Path folder = RunFolders.fresh("soak");
        SoakAccounts accounts = SoakAccounts.make();
        try (Broker broker = Broker.start(folder);
                StandInVendor vendor = StandInVendor.start(1, accounts.secrets())) {
            Topics.create(broker.bootstrapServers(), PARTITIONS);
            accounts.arm(vendor);
            int adminPort = FreePorts.free();
            Path file = new ServiceFile(plan(accounts), broker.bootstrapServers(), accounts.secrets(), VENDOR_TIMEOUT)
                    .write(folder.resolve("instance-0.yaml"), vendor.url(0), adminPort);
            try (Instance instance = Instance.start(0, JavaLauncher.asItIs(), file, adminPort);
                    ResultReader results = ResultReader.start(broker.bootstrapServers());
                    SoakLoad load = new SoakLoad(broker.bootstrapServers(), accounts)) {
                assertThat(Wait.until(TO_START, () -> instance.notReady().isEmpty()))
                        .as("ready in time")
                        .isTrue();
                soak(load, results);
                load.flush();
                assertThat(load.failures()).isEmpty();
                assertThat(Wait.whileItGrows(results::count, TO_SETTLE, () -> results.hasAll(load.ids())))
                        .as("everything has its result")
                        .isTrue();
                instance.stop();
                results.end();
                check(load, results.byId());
                assertThat(ProcessCheck.check(
                                        List.of(instance.output()),
                                        accounts.secrets().values(),
                                        instance.wrongEnds())
                                .evidence())
                        .isEmpty();
            }
        }
        RunFolders.deleteData(folder);
    }

    private static Plan plan(SoakAccounts accounts) {
        Scale scale = new Scale(
                1, accounts.secrets().size(), PARTITIONS, Budget.parse("100000/PT1M"), Duration.ofMinutes(2), 0);
        return new Plan(1, LENGTH, "classic", scale, FaultMix.everything(Duration.ofSeconds(2)));
    }

    private static void soak(SoakLoad load, ResultReader results) {
        long until = System.nanoTime() + LENGTH.toNanos();
        for (int round = 0; System.nanoTime() < until; round++) {
            load.round(round);
            boolean unused = Wait.until(TO_SETTLE, () -> load.ids().size() - results.count() < MAX_WAITING);
        }
    }

    private static void check(SoakLoad load, Map<String, List<Result>> results) {
        Map<String, Long> statuses = results.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Result::status, TreeMap::new, Collectors.counting()));
        System.out.println("soak of " + LENGTH + ": " + statuses);
        assertThat(results.keySet()).isEqualTo(load.ids());
        assertThat(results.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(load.quietIds())
                .allSatisfy(
                        id -> assertThat(results.get(id).get(0).status()).as(id).isEqualTo("answered"));
    }
}
