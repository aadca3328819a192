package io.callport.config.schema;

/** What may stand under a name. */
public sealed interface Entry permits Key, KeyList, Group, Groups, AnyKey {
    /** The name. */
    String name();

    /** What it is for: sentences in Markdown. */
    String meaning();

    /** Whether it is this name's. */
    default boolean is(String other) {
        return name().equals(other);
    }
}
