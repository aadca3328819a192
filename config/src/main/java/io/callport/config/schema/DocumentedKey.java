package io.callport.config.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * A key, as it is documented.
 *
 * @param path the place of the key, as in {@code accounts[].budget}
 * @param wanted the form of the key's value
 * @param absence the default, in Markdown
 * @param meaning the purpose of the key, in Markdown
 */
public record DocumentedKey(String path, String wanted, String absence, String meaning) {
    /** Every key of a schema, in its order. */
    public static List<DocumentedKey> of(Schema schema) {
        return below("", schema).toList();
    }

    /** Every key of an entry of a file's top. */
    public static List<DocumentedKey> of(SchemaEntry entry) {
        return at("", entry).toList();
    }

    private static Stream<DocumentedKey> below(String path, Schema schema) {
        return schema.entries().stream().flatMap(entry -> at(path, entry));
    }

    private static Stream<DocumentedKey> at(String path, SchemaEntry entry) {
        String name = path + entry.name();
        if (entry instanceof SectionKey group) {
            return below(name + ".", group.schema());
        }
        if (entry instanceof SectionListKey groups) {
            return below(name + "[].", groups.schema());
        }
        if (entry instanceof Key<?> key) {
            return Stream.of(
                    new DocumentedKey(name, key.format().wanted(), key.absence().documented(), key.meaning()));
        }
        if (entry instanceof ListKey<?> list) {
            return Stream.of(
                    new DocumentedKey(name, "a list, each " + list.format().wanted(), "none", list.meaning()));
        }
        WildcardKey any = (WildcardKey) entry;
        return Stream.of(new DocumentedKey(name, any.wanted(), "none", any.meaning()));
    }
}
