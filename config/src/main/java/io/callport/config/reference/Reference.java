package io.callport.config.reference;

import io.callport.config.file.ConfigurationFile;
import io.callport.config.schema.DocumentedKey;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import io.callport.kafka.settings.ReservedClientKeys;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/configuration.md}: every key with its type, default and meaning. */
public final class Reference {
    public static final String COMMAND = "./callport check --reference > docs/configuration.md";

    private static final String INTRODUCTION = """
            # Configuration

            <!-- Made from the code by `%s`. Do not edit. -->

            Every key of `callport.yaml`. The least file is in the [README](../README.md#run-the-service), a file with every key is
            [callport.example.yaml](../callport.example.yaml), and [operations](operations.md#configuration) says how to change
            settings while the service runs.

            * `./callport check` names every problem at once, each with its key, line and column. A key that is not in this list is a
              problem; only below `kafka` it is passed on to Kafka's clients, with a warning if they do not know it.
            * `${NAME}` in a value stands for an environment variable, `${file:/path}` for a file's content without the line break at
              its end; `$${` is a plain `${`. Secrets belong there; they are never shown.
            * Durations are numbers with units, `500ms`, `30s`, `1m`, `1m30s`, `1h`, `1d`, or ISO 8601: `PT0.5S`, `PT30S`, `PT1M30S`. Those of
              Kafka's clients are numbers of milliseconds, as Kafka's own names say.
            """;

    private static final String ENVIRONMENT = """

            ## Environment variables

            | variable | value | default | meaning |
            |---|---|---|---|
            | `CALLPORT_LOG` | ERROR, WARN, INFO or DEBUG | `INFO` | The level of Callport's own log lines. |
            | `CALLPORT_LIBRARY_LOG` | the same, or OFF | `WARN`; `ERROR` for `check`, `dead-letters`, `query`, `send` and `state`, and for lines that repeat while Kafka is away | The level of the log lines of Kafka's clients. |
            | `CALLPORT_LOG_FORMAT` | logfmt or json | `logfmt` | How log lines are written: see [operations](operations.md#logs). |
            | `CALLPORT_SECRET` | text | none | What `./callport sign` signs with. |
            """;

    private static final String OWNED = """

            ## Properties of Kafka's clients that the service sets

            They cannot be configured, because the guarantees depend on them.

            | property | why |
            |---|---|
            """;

    private Reference() {}

    /** The reference as a Markdown document. */
    public static String markdown() {
        List<SchemaEntry> entries = ConfigurationFile.schema().entries();
        String sections = entries.stream()
                .filter(Reference::isSection)
                .map(Reference::section)
                .collect(Collectors.joining());
        Stream<DocumentedKey> alone =
                entries.stream().filter(entry -> !isSection(entry)).flatMap(entry -> DocumentedKey.of(entry).stream());
        return INTRODUCTION.formatted(COMMAND) + sections + "\n## By themselves\n\n" + table(alone) + ENVIRONMENT
                + OWNED + owned();
    }

    private static boolean isSection(SchemaEntry entry) {
        return entry instanceof SectionKey || entry instanceof SectionListKey;
    }

    private static String section(SchemaEntry entry) {
        return "\n## `%s`\n\n%s\n\n%s"
                .formatted(entry.name(), entry.meaning(), table(DocumentedKey.of(entry).stream()));
    }

    private static String table(Stream<DocumentedKey> rows) {
        return "| key | value | default | meaning |\n|---|---|---|---|\n"
                + rows.map(row -> "| `%s` | %s | %s | %s |\n"
                                .formatted(row.path(), row.wanted(), row.absence(), row.meaning()))
                        .collect(Collectors.joining());
    }

    private static String owned() {
        return ReservedClientKeys.all().stream()
                .sorted()
                .map(key -> "| `%s` | %s |\n".formatted(key, ReservedClientKeys.reason(key)))
                .collect(Collectors.joining());
    }
}
