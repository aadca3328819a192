package io.callport.config.schema;

/**
 * A name with a list of values; none where it is left out.
 *
 * @param name the name
 * @param format the format of each value
 * @param example a value
 * @param meaning the purpose of the key
 * @param <T> the type of a value
 */
public record ListKey<T>(String name, ValueFormat<T> format, String example, String meaning) implements SchemaEntry {}
