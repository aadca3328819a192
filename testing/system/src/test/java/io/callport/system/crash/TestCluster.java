package io.callport.system.crash;

import io.callport.system.crash.evidence.StandInVendor;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.process.Broker;
import io.callport.system.crash.process.FreePorts;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.process.ServiceFile;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The parts of a run: the broker, the vendor and the instances of the service. */
final class TestCluster implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(90);

    final Plan plan;
    final AccountSecrets secrets;
    final Broker broker;
    final StandInVendor vendor;
    final List<Instance> instances = new ArrayList<>();

    private TestCluster(Plan plan, Path folder) {
        this.plan = plan;
        this.secrets = AccountSecrets.of(plan);
        this.broker = Broker.start(folder);
        this.vendor = StandInVendor.start(plan.scale().instances(), secrets.byAccount());
    }

    /** Starts all parts in a folder, and returns when every instance is ready. */
    static TestCluster start(Plan plan, JavaLauncher service, Path folder) {
        TestCluster cluster = new TestCluster(plan, folder);
        try {
            Topics.create(cluster.bootstrapServers(), plan.scale().partitions());
            ServiceFile file = new ServiceFile(plan, cluster.bootstrapServers(), cluster.secrets.byAccount());
            for (int i = 0; i < plan.scale().instances(); i++) {
                int adminPort = FreePorts.free();
                Path config = file.write(folder.resolve("instance-" + i + ".yaml"), cluster.vendor.url(i), adminPort);
                cluster.instances.add(Instance.start(i, service, config, adminPort));
            }
            cluster.awaitReady(folder);
            Topics.deleteReplies(cluster.bootstrapServers());
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    private void awaitReady(Path folder) {
        if (!Wait.until(TO_START, () -> notReady().isEmpty())) {
            throw new IllegalStateException(
                    "not within " + TO_START + ": " + notReady() + "; what they printed is in " + folder);
        }
    }

    /** The instances that are not ready, with their reasons. */
    List<String> notReady() {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            String reason = instances.get(i).notReady();
            if (!reason.isEmpty()) {
                reasons.add("instance " + i + " is not ready: " + reason);
            }
        }
        return reasons;
    }

    /** The unexpected ends of instances. */
    List<String> wrongEnds() {
        return instances.stream().flatMap(it -> it.wrongEnds().stream()).toList();
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        vendor.close();
        broker.close();
    }
}
