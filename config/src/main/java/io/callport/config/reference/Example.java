package io.callport.config.reference;

import io.callport.config.file.ConfigurationFile;
import io.callport.config.schema.Key;
import io.callport.config.schema.ListKey;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import io.callport.config.schema.WhenAbsent.Kind;
import io.callport.config.schema.WildcardKey;

/** {@code callport.example.yaml}: every key, with its default or, as a comment, with an example. */
public final class Example {
    public static final String COMMAND = "./callport check --example > callport.example.yaml";

    private static final int WIDTH = 118;
    private static final String HEAD = """
            # Every key of callport.yaml, with its default; keys that have none are comments without a space: #key: value.
            # Made from the code by `%s`. docs/configuration.md says what may stand where.
            """;

    private final StringBuilder text = new StringBuilder(HEAD.formatted(COMMAND));

    private Example() {}

    /** The example file's text. */
    public static String yaml() {
        Example example = new Example();
        for (SchemaEntry entry : ConfigurationFile.schema().entries()) {
            example.text.append('\n');
            example.write(entry, "");
        }
        return example.text.toString();
    }

    private void write(SchemaEntry entry, String indent) {
        comment(entry.meaning(), indent);
        if (entry instanceof Key<?> key) {
            String mark = key.absence().kind() == Kind.OPTIONAL ? "#" : "";
            line(indent + mark + key.name() + ": " + key.absence().example());
        } else if (entry instanceof ListKey<?> list) {
            line(indent + "#" + list.name() + ": [" + list.example() + "]");
        } else if (entry instanceof WildcardKey any) {
            any.examples().forEach(it -> line(indent + "#" + it));
        } else if (entry instanceof SectionListKey groups) {
            groups.schema().entries().forEach(it -> comment("* `" + it.name() + "`: " + it.meaning(), indent));
            line(indent + groups.name() + ":");
            groups.examples().forEach(it -> line(item(it, indent + "  ")));
        } else {
            group((SectionKey) entry, indent);
        }
    }

    /** A group without a value in it is a comment too: a name alone would be without its value. */
    private void group(SectionKey group, String indent) {
        line(indent + (hasValue(group.schema()) ? "" : "#") + group.name() + ":");
        group.schema().entries().stream()
                .filter(entry -> !isAlternative(entry, group.schema()))
                .forEach(entry -> write(entry, indent + "  "));
    }

    private static boolean hasValue(Schema schema) {
        return schema.entries().stream().anyMatch(Example::hasValue);
    }

    private static boolean hasValue(SchemaEntry entry) {
        if (entry instanceof Key<?> key) {
            return key.absence().kind() != Kind.OPTIONAL;
        }
        return entry instanceof SectionKey group && hasValue(group.schema());
    }

    /** Whether a single value may stand where a group may stand: the group is shown. */
    private static boolean isAlternative(SchemaEntry entry, Schema schema) {
        return entry instanceof Key
                && schema.entries().stream().anyMatch(other -> other instanceof SectionKey && other.is(entry.name()));
    }

    private static String item(String lines, String indent) {
        return indent + "- " + lines.strip().replace("\n", "\n" + indent + "  ");
    }

    private void comment(String sentences, String indent) {
        StringBuilder line = new StringBuilder(indent + "#");
        for (String word : sentences.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                line(line.toString());
                line.setLength(0);
                line.append(indent).append('#');
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
