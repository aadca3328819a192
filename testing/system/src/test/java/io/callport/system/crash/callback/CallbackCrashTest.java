package io.callport.system.crash.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.sandbox.callback.CallbackCredentials;
import io.callport.sandbox.vendor.SandboxAccount;
import io.callport.system.crash.RunFolders;
import io.callport.system.crash.evidence.PublishedEvents;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Callbacks under load, while the service is killed, and the broker is killed and comes back: each callback that got a
 * 200 is on the topic, and a callback that was sent again has the id that it had before.
 */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "crash.enabled", matches = "true")
class CallbackCrashTest {
    private static final SandboxAccount ACCOUNT =
            new SandboxAccount("callbot", "crash-account", "Cb8-of-the-callbacks");
    private static final Account SERVED = Account.parse(ACCOUNT.id());
    private static final Map<Account, String> SECRETS = Map.of(SERVED, ACCOUNT.secret());
    private static final Duration OUTAGE = Duration.ofSeconds(8); // longer than a callback waits for Kafka
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int ROUNDS = Integer.getInteger("crash.callbacks.rounds", 5);
    private static final int BETWEEN_FAULTS = 200;

    private final Path folder = RunFolders.fresh("callbacks");
    private final int adminPort = FreePorts.free();
    private final int webhookPort = FreePorts.free();

    @Test
    void whatGotA200IsOnTheTopic() throws IOException {
        Plan plan = new Plan(
                1,
                OUTAGE,
                "classic",
                new Scale(1, 1, 3, Budget.UNLIMITED, Duration.ofMinutes(1), 50),
                FaultMix.everything(Duration.ofSeconds(2)));
        CallbackLoad load;
        try (Broker broker = Broker.start(folder);
                StandInVendor vendor = StandInVendor.start(1, SECRETS)) {
            Topics.create(broker.bootstrapServers(), plan.scale().partitions());
            Path file = new ServiceFile(plan, broker.bootstrapServers(), SECRETS)
                    .write(folder.resolve("instance-0.yaml"), vendor.url(0), adminPort);
            Files.writeString(file, "webhooks: { port: " + webhookPort + " }\n", StandardOpenOption.APPEND);
            try (Instance instance = Instance.start(0, JavaLauncher.asItIs(), file, adminPort)) {
                load = pushThroughFaults(instance, broker);
                instance.stop();
                assertThat(instance.wrongEnds()).isEmpty();
            }
            check(load, PublishedEvents.read(broker.bootstrapServers(), "callport.callbot.events"));
        }
        RunFolders.deleteData(folder);
    }

    private CallbackLoad pushThroughFaults(Instance instance, Broker broker) {
        URI receiver = URI.create("http://127.0.0.1:" + webhookPort);
        try (CallbackLoad load = CallbackLoad.start(receiver, new CallbackCredentials(ACCOUNT, "MD5", "-", "-"))) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore(load);
                instance.kill();
                instance.startAgain();
                awaitMore(load);
                broker.kill();
                Wait.pause(OUTAGE);
                broker.startAgain();
            }
            awaitMore(load);
            return load;
        }
    }

    private static void awaitMore(CallbackLoad load) {
        int before = load.count();
        assertThat(Wait.until(TIMEOUT, () -> load.count() > before + BETWEEN_FAULTS))
                .as("callbacks are taken; answers by status until now: " + load.statuses())
                .isTrue();
    }

    private static void check(CallbackLoad load, PublishedEvents events) {
        long repeated = events.byId().values().stream()
                .filter(records -> records.size() > 1)
                .count();
        System.out.printf(
                "callbacks with a 200: %d; events: %d, of which %d more than once; answers by status: %s%n",
                load.count(), events.byId().size(), repeated, load.statuses());
        assertThat(load.statuses().keySet()).contains(200, 503, 0).isSubsetOf(200, 503, 0);
        assertThat(load.sent()).isEqualTo(load.acknowledged());
        assertThat(events.byId().keySet()).isEqualTo(load.acknowledged());
        assertThat(events.byId().values())
                .allSatisfy(records -> assertThat(List.copyOf(records))
                        .allSatisfy(record -> assertThat(record).isEqualTo(records.get(0))));
    }
}
