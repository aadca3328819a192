package io.callport.system.crash.process;

import java.nio.file.Path;

/** A broker that can be killed, and comes back at its port with its data. Not thread-safe. */
public interface Broker extends AutoCloseable {
    /**
     * Starts a broker: the embedded one in a process of its own, or with {@code -Dcrash.broker=container} Kafka's own
     * image.
     *
     * @param folder the folder for the broker's output and data
     */
    static Broker start(Path folder) {
        String broker = System.getProperty("crash.broker", "process");
        return switch (broker) {
            case "process" -> ProcessBroker.start(folder);
            case "container" -> ContainerBroker.start(folder);
            default -> throw new IllegalArgumentException("crash.broker: must be process or container");
        };
    }

    /** The address for clients, the same before and after a crash. */
    String bootstrapServers();

    /** The file with the broker's output. */
    Path output();

    /** Kills the broker with SIGKILL. */
    void kill();

    /** Starts the broker again after a kill; the broker serves a little later. A running broker is left alone. */
    void startAgain();

    @Override
    void close();
}
