package io.callport.sandbox.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The broker's log directory: a temporary directory, removed on close, or a given directory, which stays.
 *
 * @param directory the directory's path
 * @param temporary whether the directory is removed on close
 */
record LogDirectory(Path directory, boolean temporary) implements AutoCloseable {
    private static final String FORMATTED = "meta.properties";

    static LogDirectory create() throws IOException {
        Path directory = Files.createTempDirectory(
                "callport-kafka-" + ProcessHandle.current().pid() + "-");
        return new LogDirectory(directory, true);
    }

    static LogDirectory at(Path directory) throws IOException {
        return new LogDirectory(Files.createDirectories(directory), false);
    }

    String path() {
        return directory.toString();
    }

    /**
     * Formats the directory as {@code kafka-storage.sh format} does, with the features of a new cluster, unless the
     * directory is formatted already.
     */
    void format(List<String> scram) throws IOException {
        format(Uuid.randomUuid().toString(), BrokerSettings.NODE, scram);
    }

    /** Formats the directory, in the same way, for a broker of a cluster that has an id. */
    void format(String cluster, int node, List<String> scram) throws IOException {
        if (Files.exists(directory.resolve(FORMATTED))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setClusterId(cluster)
                    .setNodeId(node)
                    .setDirectories(List.of(path()))
                    .setMetadataLogDirectory(path())
                    .setControllerListenerName(BrokerAccess.CONTROLLER)
                    .setScramArguments(scram)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(nowhere)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the log directory " + directory + " cannot be formatted", e);
        }
    }

    /**
     * Removes a temporary directory. Files that a late flush of the broker still holds or has already removed are left
     * to the system.
     */
    @Override
    public void close() {
        if (temporary) {
            remove();
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
