package io.callport.config.schema;

/** A key of a schema, with what may stand under its name. */
public sealed interface SchemaEntry permits Key, ListKey, SectionKey, SectionListKey, WildcardKey {
    /** The name of the key, without the keys that enclose it. */
    String name();

    /** The purpose of the key: sentences in Markdown. */
    String meaning();

    /** Whether the entry has the given name. */
    default boolean is(String other) {
        return name().equals(other);
    }
}
