package io.callport.sandbox.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A Kafka broker in this JVM: a combined KRaft broker and controller on 127.0.0.1, without replicas, with transactions
 * version 2 and the group protocols of a new cluster. The broker creates no topics by itself, and starts in about a
 * second. Its data is removed when the broker closes, unless it was given a directory for them.
 *
 * <p>Several brokers may run at once. A broker logs through SLF4J only, and much at level INFO: see
 * {@code org.apache.kafka}, {@code kafka} and {@code state.change.logger}. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Map<String, String> SHORT_SESSION =
            Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "500");

    private final String bootstrapServers;
    private final String controller;
    private final KafkaNode node;
    private final LogDirectory logs;

    private EmbeddedKafka(String bootstrapServers, String controller, KafkaNode node, LogDirectory logs) {
        this.bootstrapServers = bootstrapServers;
        this.controller = controller;
        this.node = node;
        this.logs = logs;
    }

    /**
     * Starts a broker on any free port.
     *
     * @throws IllegalStateException if the broker does not start
     */
    public static EmbeddedKafka start() {
        return start(0, Map.of());
    }

    /**
     * Starts a broker with its own data directory.
     *
     * @param port the port for clients: 0 for any free port
     * @param brokerSettings Kafka's own broker settings, which override the settings of this class; the settings that a
     *     broker needs to find itself (listeners, log directories, roles, quorum) are refused
     * @throws IllegalArgumentException if the settings hold a refused setting, or a setting that Kafka refuses
     * @throws UncheckedIOException if the port or the temporary directory is not available
     * @throws IllegalStateException if the broker does not start
     */
    public static EmbeddedKafka start(int port, Map<String, String> brokerSettings) {
        return start(BrokerAccess.OPEN, LogDirectory::create, port, brokerSettings);
    }

    static EmbeddedKafka start(BrokerAccess access, Map<String, String> brokerSettings) {
        return start(access, LogDirectory::create, 0, brokerSettings);
    }

    /**
     * Starts a broker on a directory's data, or on a new directory, and keeps the data when the broker closes. A killed
     * broker can be opened again in this way, at the same port; the broker then recovers its logs first.
     *
     * @param directory the directory of this broker's data, which no other broker uses
     * @param port the port for clients: 0 for any free port
     * @param brokerSettings the settings, as for {@link #start(int, Map)}. A broker waits until the session of the
     *     previous broker has ended, {@code broker.session.timeout.ms} after it starts: two seconds here
     * @throws IllegalArgumentException if the settings hold a refused setting, or a setting that Kafka refuses
     * @throws UncheckedIOException if the port or the directory is not available
     * @throws IllegalStateException if the broker does not start
     */
    public static EmbeddedKafka open(Path directory, int port, Map<String, String> brokerSettings) {
        Map<String, String> settings = new HashMap<>(SHORT_SESSION);
        settings.putAll(brokerSettings);
        return start(BrokerAccess.OPEN, () -> LogDirectory.at(directory), port, settings);
    }

    private static EmbeddedKafka start(
            BrokerAccess access, Directory directory, int port, Map<String, String> brokerSettings) {
        try {
            BoundSockets sockets = BoundSockets.open(port, access.listenersWithController());
            try {
                return start(access, sockets, directory.open(), brokerSettings);
            } catch (IOException | RuntimeException e) {
                sockets.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedKafka start(
            BrokerAccess access, BoundSockets sockets, LogDirectory logs, Map<String, String> brokerSettings)
            throws IOException {
        try {
            logs.format(access.scram());
            Properties settings = BrokerSettings.of(access, sockets, logs.path(), brokerSettings);
            KafkaNode node = KafkaNode.start(settings, sockets.factory());
            return new EmbeddedKafka(
                    sockets.address(access.clientListener()), sockets.address(BrokerAccess.CONTROLLER), node, logs);
        } catch (IOException | RuntimeException e) {
            logs.close();
            throw e;
        }
    }

    /**
     * Starts a further broker of this broker's cluster, without users. Its partitions have no leader while it is
     * closed, unless another broker has their replicas; they are led again once it was started again on its directory.
     *
     * @param number the broker's number: 2 or more
     * @param directory the directory of the broker's data, which stays
     * @throws UncheckedIOException if the directory is not available
     * @throws IllegalStateException if the broker does not start
     */
    public EmbeddedKafka startMember(int number, Path directory) {
        try {
            BoundSockets sockets = BoundSockets.open(0, BrokerAccess.OPEN.listeners());
            try {
                LogDirectory data = LogDirectory.at(directory);
                data.format(node.cluster(), number, List.of());
                Properties settings = BrokerSettings.ofMember(number, controller, sockets, data.path(), Map.of());
                KafkaNode member = KafkaNode.start(settings, sockets.factory());
                return new EmbeddedKafka(sockets.address(BrokerAccess.OPEN.clientListener()), controller, member, data);
            } catch (IOException | RuntimeException e) {
                sockets.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address for clients, as in {@code 127.0.0.1:19092}: a value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker, and removes the data unless it is in a given directory. Closing twice does nothing. */
    @Override
    public void close() {
        node.close();
        logs.close();
    }

    private interface Directory {
        LogDirectory open() throws IOException;
    }
}
