package io.callport.sandbox.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A Kafka broker in this JVM: a combined KRaft broker and controller on 127.0.0.1, without replicas, with transactions
 * version 2 and the group protocols of a new cluster. It creates no topics by itself, starts in about a second, and
 * its data goes when it closes.
 *
 * <p>Several may run at once. It logs through SLF4J only, and much at level INFO: see {@code org.apache.kafka},
 * {@code kafka} and {@code state.change.logger}. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final String bootstrapServers;
    private final Node node;
    private final LogDirectory logs;

    private EmbeddedKafka(String bootstrapServers, Node node, LogDirectory logs) {
        this.bootstrapServers = bootstrapServers;
        this.node = node;
        this.logs = logs;
    }

    /**
     * Starts a broker on any free port.
     *
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedKafka start() {
        return start(0, Map.of());
    }

    /**
     * Starts a broker.
     *
     * @param port where clients connect: 0 for any free port
     * @param brokerSettings Kafka's own broker settings, which win over this class's; those that it needs to find
     *     itself (listeners, log directories, roles, quorum) are refused
     * @throws IllegalArgumentException if the settings hold one that is refused, or that Kafka refuses
     * @throws UncheckedIOException if the port or the temporary directory cannot be had
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedKafka start(int port, Map<String, String> brokerSettings) {
        try {
            BoundSockets sockets = BoundSockets.open(port);
            try {
                return start(sockets, brokerSettings);
            } catch (IOException | RuntimeException e) {
                sockets.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedKafka start(BoundSockets sockets, Map<String, String> brokerSettings) throws IOException {
        LogDirectory logs = LogDirectory.create();
        try {
            logs.format();
            Node node = Node.start(BrokerSettings.of(sockets, logs.path(), brokerSettings), sockets.factory());
            return new EmbeddedKafka(sockets.brokerAddress(), node, logs);
        } catch (IOException | RuntimeException e) {
            logs.close();
            throw e;
        }
    }

    /** Where clients connect, as in {@code 127.0.0.1:19092}: a value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and removes its data. Closing twice does nothing. */
    @Override
    public void close() {
        node.close();
        logs.close();
    }
}
