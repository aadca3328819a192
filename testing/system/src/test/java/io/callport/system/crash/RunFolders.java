package io.callport.system.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folders with the output of runs: {@code target/crash}. */
public final class RunFolders {
    private static final Path ROOT = Path.of("target", "crash").toAbsolutePath();

    private RunFolders() {}

    /** Makes an empty folder with that name. */
    public static Path fresh(String name) {
        try {
            Path folder = ROOT.resolve(name);
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the broker's data and keeps the processes' output. */
    public static void deleteData(Path folder) {
        delete(folder.resolve("kafka"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
