package io.callport.config.schema;

/**
 * A name with names below it.
 *
 * @param name the name
 * @param meaning what it is for
 * @param schema what may stand below it
 */
public record SectionKey(String name, String meaning, Schema schema) implements SchemaEntry {}
