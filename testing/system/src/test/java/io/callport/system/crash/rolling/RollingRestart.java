package io.callport.system.crash.rolling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.callport.system.crash.evidence.StandInVendor;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.evidence.VendorRequest;
import io.callport.system.crash.process.Broker;
import io.callport.system.crash.process.FreePorts;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.JavaLauncher;
import io.callport.system.crash.process.ServiceFile;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two instances of the service on one broker. The vendor accepts an old secret and a new one, as during an overlap. The
 * vendor has a separate port for each secret, so that an instance that still used the old secret after the change would
 * be refused.
 */
final class RollingRestart implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(90);

    final Broker broker;
    final List<Instance> instances = new ArrayList<>();
    private final Path folder;
    private final StandInVendor oldVendor = StandInVendor.start(
            ServiceSettings.INSTANCES, ServiceSettings.before().secrets());
    private final StandInVendor newVendor = StandInVendor.start(
            ServiceSettings.INSTANCES, ServiceSettings.after().secrets());
    private final List<Integer> adminPorts = new ArrayList<>();

    private RollingRestart(Path folder) {
        this.folder = folder;
        this.broker = Broker.start(folder);
    }

    static RollingRestart start(Path folder) {
        RollingRestart restart = new RollingRestart(folder);
        try {
            Topics.create(restart.broker.bootstrapServers(), ServiceSettings.PARTITIONS);
            for (int i = 0; i < ServiceSettings.INSTANCES; i++) {
                restart.adminPorts.add(FreePorts.free());
                Path file = restart.write(i, ServiceSettings.before(), restart.oldVendor);
                restart.instances.add(Instance.start(i, JavaLauncher.asItIs(), file, restart.adminPorts.get(i)));
            }
            restart.awaitReady();
            return restart;
        } catch (RuntimeException | Error e) {
            restart.close();
            throw e;
        }
    }

    /** Restarts one instance with the changed configuration. */
    void restart(int instance) {
        instances.get(instance).stop();
        Path unused = write(instance, ServiceSettings.after(), newVendor);
        instances.get(instance).startAgain();
        awaitReady();
    }

    /** The requests at the vendor since that time, by account. */
    Map<String, List<VendorRequest>> requestsSince(Instant then) {
        return Stream.concat(oldVendor.log().stream(), newVendor.log().stream())
                .filter(arrival -> !arrival.at().isBefore(then))
                .sorted(Comparator.comparing(VendorRequest::at))
                .collect(groupingBy(VendorRequest::account, TreeMap::new, toList()));
    }

    List<Path> outputs() {
        return Stream.concat(instances.stream().map(Instance::output), Stream.of(broker.output()))
                .toList();
    }

    List<String> wrongEnds() {
        return instances.stream().flatMap(it -> it.wrongEnds().stream()).toList();
    }

    private Path write(int instance, ServiceSettings settings, StandInVendor vendor) {
        ServiceFile file = new ServiceFile(settings.plan(), broker.bootstrapServers(), settings.secrets());
        return file.write(
                folder.resolve("instance-" + instance + ".yaml"), vendor.url(instance), adminPorts.get(instance));
    }

    private void awaitReady() {
        if (!Wait.until(
                TO_START, () -> instances.stream().allMatch(it -> it.notReady().isEmpty()))) {
            throw new IllegalStateException("not ready within " + TO_START + "; what they printed is in " + folder);
        }
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        oldVendor.close();
        newVendor.close();
        broker.close();
    }
}
