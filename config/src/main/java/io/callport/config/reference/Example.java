package io.callport.config.reference;

import io.callport.config.file.ConfigurationFile;
import io.callport.config.schema.Absence.Kind;
import io.callport.config.schema.AnyKey;
import io.callport.config.schema.Entry;
import io.callport.config.schema.Group;
import io.callport.config.schema.Groups;
import io.callport.config.schema.Key;
import io.callport.config.schema.KeyList;
import io.callport.config.schema.Schema;

/** {@code callport.example.yaml}: every key, with its default or, as a comment, with an example. */
public final class Example {
    /** What writes it. */
    public static final String COMMAND = "./callport check --example > callport.example.yaml";

    private static final int WIDTH = 118;
    private static final String HEAD = """
            # Every key of callport.yaml, with its default; keys that have none are comments without a space: #key: value.
            # Made from the code by `%s`. docs/configuration.md tells what may stand where.
            """;

    private final StringBuilder text = new StringBuilder(HEAD.formatted(COMMAND));

    private Example() {}

    /** The file. */
    public static String yaml() {
        Example example = new Example();
        for (Entry entry : ConfigurationFile.schema().entries()) {
            example.text.append('\n');
            example.write(entry, "");
        }
        return example.text.toString();
    }

    private void write(Entry entry, String indent) {
        comment(entry.meaning(), indent);
        if (entry instanceof Key<?> key) {
            String mark = key.absence().kind() == Kind.OPTIONAL ? "#" : "";
            line(indent + mark + key.name() + ": " + key.absence().example());
        } else if (entry instanceof KeyList<?> list) {
            line(indent + "#" + list.name() + ": [" + list.example() + "]");
        } else if (entry instanceof AnyKey any) {
            any.examples().forEach(it -> line(indent + "#" + it));
        } else if (entry instanceof Groups groups) {
            groups.schema().entries().forEach(it -> comment("* `" + it.name() + "`: " + it.meaning(), indent));
            line(indent + groups.name() + ":");
            groups.examples().forEach(it -> line(item(it, indent + "  ")));
        } else {
            group((Group) entry, indent);
        }
    }

    /** A group without a value in it is a comment too: a name alone would be without its value. */
    private void group(Group group, String indent) {
        line(indent + (hasValue(group.schema()) ? "" : "#") + group.name() + ":");
        group.schema().entries().stream()
                .filter(entry -> !isAlternative(entry, group.schema()))
                .forEach(entry -> write(entry, indent + "  "));
    }

    private static boolean hasValue(Schema schema) {
        return schema.entries().stream().anyMatch(Example::hasValue);
    }

    private static boolean hasValue(Entry entry) {
        if (entry instanceof Key<?> key) {
            return key.absence().kind() != Kind.OPTIONAL;
        }
        return entry instanceof Group group && hasValue(group.schema());
    }

    /** Whether a single value may stand where a group may stand: the group is shown. */
    private static boolean isAlternative(Entry entry, Schema schema) {
        return entry instanceof Key
                && schema.entries().stream().anyMatch(other -> other instanceof Group && other.is(entry.name()));
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
