package io.callport.config.schema;

/**
 * A name with names below it.
 *
 * @param name the name
 * @param meaning the purpose of the key
 * @param schema the keys that may stand below the name
 */
public record SectionKey(String name, String meaning, Schema schema) implements SchemaEntry {}
