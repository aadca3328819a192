package io.callport.config.schema;

/** What may stand under a name. */
public sealed interface SchemaEntry permits Key, ListKey, SectionKey, SectionListKey, WildcardKey {
    /** The name of the key, without the keys that enclose it. */
    String name();

    /** What it is for: sentences in Markdown. */
    String meaning();

    /** Whether it is this name's. */
    default boolean is(String other) {
        return name().equals(other);
    }
}
