package io.callport.config.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.config.file.ConfigurationFile;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each configuration key in a document exists. */
class DocumentedKeysTest {
    private static final Pattern KEY = Pattern.compile("`([a-z][a-z-]*\\.[a-z][a-z0-9.-]*)(?:: [^`]*)?`");

    @Test
    void everyKeyThatADocumentNamesCanBeSet() throws IOException {
        Schema schema = ConfigurationFile.schema();
        List<String> named = named().filter(key -> schema.names().contains(key.replaceFirst("\\..*", "")))
                .filter(key -> !key.endsWith(".properties")) // the value names a file
                .toList();
        assertThat(named).hasSizeGreaterThan(20).contains("topics.callbot.replies", "http.response-signatures");
        assertThat(named).allMatch(key -> isKey(schema, key));
    }

    private static boolean isKey(Schema schema, String key) {
        String[] parts = key.split("\\.", 2);
        List<SchemaEntry> named =
                schema.entries().stream().filter(it -> it.is(parts[0])).toList();
        return named.isEmpty()
                ? schema.isOpen()
                : parts.length == 1 || named.stream().anyMatch(it -> has(it, parts[1]));
    }

    private static boolean has(SchemaEntry entry, String key) {
        return entry instanceof SectionKey group
                ? isKey(group.schema(), key)
                : entry instanceof SectionListKey groups && isKey(groups.schema(), key);
    }

    private static Stream<String> named() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            StringBuilder all = new StringBuilder(Files.readString(Path.of("../README.md")));
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                all.append(Files.readString(file));
            }
            return KEY.matcher(all).results().map((MatchResult found) -> found.group(1));
        }
    }
}
