package io.callport.archunit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A checked-in list of the public types of some layers: one name a line, sorted; blank lines and lines with {@code #}
 * are comments. A line that ends in {@code ..} accepts every type of a package and of its subpackages. Each check reads
 * the list again.
 *
 * @param file the path, or the name of a class path resource
 */
record TypeList(String file, boolean resource, List<String> layers) {

    static TypeList inFile(Path file, String... layers) {
        return new TypeList(file.toString(), false, List.of(layers));
    }

    static TypeList inResource(String name, String... layers) {
        return new TypeList(name.startsWith("/") ? name.substring(1) : name, true, List.of(layers));
    }

    TypeList {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(file + ": name at least one layer whose public types it lists");
        }
    }

    /** The names in the file's order; empty if there is no such file. */
    Optional<List<String>> names() throws IOException {
        Optional<String> text = resource ? resourceText() : fileText();
        return text.map(lines -> lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }

    private Optional<String> fileText() throws IOException {
        Path path = Path.of(file);
        return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }

    private Optional<String> resourceText() throws IOException {
        try (InputStream bytes = loader().getResourceAsStream(file)) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
