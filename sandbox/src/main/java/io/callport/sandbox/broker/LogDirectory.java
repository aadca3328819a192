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

/** The broker's log directory: a new one under the system's temporary directory, formatted, and removed on close. */
final class LogDirectory implements AutoCloseable {
    private final Path path;

    private LogDirectory(Path path) {
        this.path = path;
    }

    static LogDirectory create() throws IOException {
        return new LogDirectory(Files.createTempDirectory(
                "callport-kafka-" + ProcessHandle.current().pid() + "-"));
    }

    String path() {
        return path.toString();
    }

    /** Formats it as {@code kafka-storage.sh format} does, with the features of a new cluster of this version. */
    void format() throws IOException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setDirectories(List.of(path()))
                    .setMetadataLogDirectory(path())
                    .setControllerListenerName(BoundSockets.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(nowhere)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the log directory " + path + " cannot be formatted", e);
        }
    }

    /** Removes it. What a late flush of the broker still holds or has already removed is left to the system. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
