package io.callport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schemas of the last release. */
final class ReleasedSchemas {
    static final Path FOLDER = ProjectDocuments.ROOT.resolve("testing/contract/released/v1");
    static final Path NOW = ProjectDocuments.ROOT.resolve("docs/schemas/v1");

    private ReleasedSchemas() {}

    static Schemas schemas() {
        return Schemas.of(ReleasedSchemas::read);
    }

    private static @Nullable String read(String file) {
        Path path = FOLDER.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
