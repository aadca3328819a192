package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The service as a separate process, and the signals that stop it while a vendor does not answer. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StopTest {
    private static final Account ACCOUNT = ServiceFixture.MOOR;

    @TempDir
    Path directory;

    private EmbeddedKafka broker;
    private VendorSandbox vendors;
    private RunProcess run;
    private Process process;

    @BeforeEach
    void start(TestInfo test) throws IOException {
        broker = EmbeddedKafka.start();
        vendors = VendorSandbox.start(0);
        Path file = Files.writeString(directory.resolve("callport.yaml"), """
                kafka: { bootstrap.servers: "%s", group.id: callport }
                topics: { create: { partitions: 1, replication: 1 } }
                accounts:
                  - { id: "%s", secret: %s, url: "%s", budget: none }
                http: { timeout: PT2M }
                shutdown: PT2M
                admin: { port: 0 }
                """.formatted(
                        broker.bootstrapServers(), ACCOUNT, ServiceFixture.MOOR_SECRET, vendors.url()));
        run = RunProcess.start("stopped-" + test.getTestMethod().orElseThrow().getName(), Map.of(), "--config=" + file);
        process = run.process();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
        vendors.close();
        TrafficCheck.assertOfTheContract(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                Set.of("callport.7moor.commands", "callport.7moor.results", "callport.dead-letters"),
                Set.of());
        broker.close();
    }

    @Test
    void theFirstSignalLetsTheRequestInFlightEnd() throws InterruptedException {
        stopWhileTheVendorStalls();
        vendors.close(); // the request ends at last
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed()).isZero();
    }

    @Test
    void theSecondSignalStopsItAtOnce() throws InterruptedException {
        stopWhileTheVendorStalls();
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("ended: " + printed())
                .isTrue();
        assertThat(process.exitValue()).as(printed()).isEqualTo(1);
        assertThat(printed()).doesNotContain("stopped");
    }

    private void stopWhileTheVendorStalls() {
        vendors.arm(Fault.of(FaultKind.STALL_HEADERS));
        try (BackEndClient backEnd =
                new BackEndClient(Map.of("bootstrap.servers", broker.bootstrapServers()), List.of())) {
            SecuredFixture.until("the service makes its topics", () -> printed().contains("Begins a partition"));
            backEnd.publish(
                    "callport.7moor.commands",
                    null,
                    ACCOUNT.toString(),
                    "{\"query\":\"number-pool.groups\",\"account\":\"" + ACCOUNT + "\"}");
        }
        SecuredFixture.until("a request is in flight", () -> vendors.requests().size() == 1);
        process.destroy(); // sends the process a SIGTERM
        SecuredFixture.until("it heard that", () -> printed().contains("requests-in-flight=1"));
        assertThat(process.isAlive()).isTrue();
    }

    private String printed() {
        return run.printed();
    }
}
