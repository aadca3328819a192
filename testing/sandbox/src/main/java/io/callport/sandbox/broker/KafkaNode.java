package io.callport.sandbox.broker;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A controller, unless another node has it, and a broker over one {@link SharedServer}, composed as
 * {@link KafkaRaftServer} does, with two differences: both get sockets that are bound already, and a fault is logged
 * instead of halting the JVM.
 */
final class KafkaNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    private final @Nullable ControllerServer controller;
    private final BrokerServer broker;
    private final Metrics metrics;
    private final String cluster;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaNode(KafkaConfig config, ServerSocketFactory sockets) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> formatted =
                KafkaRaftServer.initializeLogDirs(config, LOG, "[sandbox] ");
        MetaPropertiesEnsemble properties = formatted._1();
        metrics = Server.initializeMetrics(
                config, Time.SYSTEM, properties.clusterId().orElseThrow());
        SharedServer shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                sockets);
        controller = config.processRoles().size() == 1
                ? null
                : new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2());
        cluster = properties.clusterId().orElseThrow();
        broker = new BrokerServer(shared);
    }

    static KafkaNode start(Properties settings, ServerSocketFactory sockets) {
        KafkaNode node = new KafkaNode(config(settings), sockets);
        try {
            if (node.controller != null) {
                node.controller.startup();
            }
            node.broker.startup();
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw new IllegalStateException("the embedded Kafka broker did not start: " + e.getMessage(), e);
        }
    }

    /** The id of the cluster that the node belongs to. */
    String cluster() {
        return cluster;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            broker.shutdown();
            if (controller != null) {
                controller.shutdown();
            }
            Utils.closeQuietly(metrics, "metrics");
        }
    }

    private static KafkaConfig config(Properties settings) {
        try {
            return KafkaConfig.fromProps(settings, false);
        } catch (ConfigException e) {
            throw new IllegalArgumentException("broker settings: " + e.getMessage(), e);
        }
    }
}
