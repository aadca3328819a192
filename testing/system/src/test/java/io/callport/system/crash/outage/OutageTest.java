package io.callport.system.crash.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.system.crash.RunFolders;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.evidence.StandInVendor;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.load.LoadPublisher;
import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import io.callport.system.crash.process.Broker;
import io.callport.system.crash.process.FreePorts;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.process.ServiceFile;
import io.callport.system.crash.process.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The broker is killed under load: when it is back, the only instance goes on, and does not wait for the member that it
 * was.
 */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "crash.enabled", matches = "true")
class OutageTest {
    private static final Account ACCOUNT = Account.parse("7moor:5000000");
    private static final Map<Account, String> SECRETS = Map.of(ACCOUNT, "Ot5-of-the-outage");
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** So long that a wait for the old member is no question of the machine's speed. */
    private static final Duration SESSION = Duration.ofMinutes(10);

    @Test
    void theOnlyInstanceGoesOnAsSoonAsKafkaIsBack() throws IOException {
        Path folder = RunFolders.fresh("outage");
        Plan plan = new Plan(
                1,
                OUTAGE,
                "classic",
                new Scale(1, 1, 3, Budget.parse("1000/PT1S"), Duration.ofMinutes(1), 50),
                FaultMix.everything(Duration.ofSeconds(2)));
        try (Broker broker = Broker.start(folder);
                StandInVendor vendor = StandInVendor.start(1, SECRETS)) {
            Topics.create(broker.bootstrapServers(), plan.scale().partitions());
            int adminPort = FreePorts.free();
            Path file = new ServiceFile(plan, broker.bootstrapServers(), SECRETS)
                    .write(folder.resolve("instance-0.yaml"), vendor.url(0), adminPort);
            String text = Files.readString(file);
            String session = "session.timeout.ms: ";
            assertThat(text).contains(session + Plan.SESSION.toMillis());
            Files.writeString(file, text.replace(session + Plan.SESSION.toMillis(), session + SESSION.toMillis()));
            try (Instance instance = Instance.start(0, JavaLauncher.asItIs(), file, adminPort);
                    ResultReader results = ResultReader.start(broker.bootstrapServers());
                    LoadPublisher load = LoadPublisher.start(broker.bootstrapServers(), plan, List.of(ACCOUNT))) {
                until("there are results", () -> results.count() > 100);
                broker.kill();
                Wait.pause(OUTAGE);
                broker.startAgain();
                long back = System.nanoTime();
                int before = results.count();
                until("there are results again", () -> results.count() > before + 100);
                System.out.println("results again after "
                        + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms");
                load.stop();
                PublishedCommands commands = PublishedCommands.read(broker.bootstrapServers());
                until("all have a result", () -> results.hasAll(commands.byId().keySet()));
                instance.stop();
                assertThat(instance.wrongEnds()).isEmpty();
            }
        }
        RunFolders.deleteData(folder);
    }

    private static void until(String what, BooleanSupplier so) {
        assertThat(Wait.until(TIMEOUT, so)).as(what).isTrue();
    }
}
