package io.callport.sandbox.broker;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The configuration of a combined broker and controller for one machine: small, quick, without replicas. */
final class BrokerSettings {
    static final int NODE = 1;

    private static final Set<String> OURS = Set.of(
            "process.roles",
            "node.id",
            "listeners",
            "advertised.listeners",
            "controller.listener.names",
            "controller.quorum.voters",
            "controller.quorum.bootstrap.servers",
            "log.dir",
            "log.dirs",
            "metadata.log.dir");

    private static final Map<String, String> ONE_OF_EACH = Map.of(
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "auto.create.topics.enable", "false");

    private static final Map<String, String> SMALL = Map.of(
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.cleaner.threads", "1",
            "log.index.size.max.bytes", "1048576",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "num.recovery.threads.per.data.dir", "1",
            "background.threads", "2",
            "metric.reporters", "");

    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "controlled.shutdown.enable", "false",
            "add.partitions.to.txn.retry.backoff.ms", "5",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            // A long timeout, so that a JVM that stood still for a while finds its broker alive,
            // as with a debugger or on a busy machine.
            "broker.session.timeout.ms", "60000");

    private BrokerSettings() {}

    /**
     * The settings of a further broker of a cluster, without a controller.
     *
     * @param controller the address of the cluster's controller
     */
    static Properties ofMember(
            int node, String controller, BoundSockets sockets, String logDirectory, Map<String, String> more) {
        Properties settings = of(BrokerAccess.OPEN, sockets, controller, logDirectory, more);
        settings.put("process.roles", "broker");
        settings.put("node.id", Integer.toString(node));
        settings.put("listeners", sockets.list(BrokerAccess.OPEN.listeners()));
        settings.put("controlled.shutdown.enable", "true"); // the others know at once that it is gone
        return settings;
    }

    static Properties of(BrokerAccess access, BoundSockets sockets, String logDirectory, Map<String, String> more) {
        Properties settings = of(access, sockets, sockets.address(BrokerAccess.CONTROLLER), logDirectory, more);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("listeners", sockets.list(access.listenersWithController()));
        return settings;
    }

    private static Properties of(
            BrokerAccess access,
            BoundSockets sockets,
            String controller,
            String logDirectory,
            Map<String, String> more) {
        refuseOurs(more);
        Properties settings = new Properties();
        settings.put("advertised.listeners", sockets.list(access.listeners()));
        settings.put("controller.listener.names", BrokerAccess.CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("log.dirs", logDirectory);
        settings.putAll(ONE_OF_EACH);
        settings.putAll(SMALL);
        settings.putAll(QUICK);
        settings.putAll(access.settings());
        settings.putAll(more);
        return settings;
    }

    private static void refuseOurs(Map<String, String> more) {
        Set<String> refused = new TreeSet<>(more.keySet());
        refused.retainAll(OURS);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "broker settings " + refused + " are set by the embedded broker itself: leave them out");
        }
    }
}
