package io.callport.config.schema;

/**
 * A name with a list of values; none where it is left out.
 *
 * @param name the name
 * @param form how each value is written
 * @param example a value
 * @param meaning what it is for
 * @param <T> what a value means
 */
public record ListKey<T>(String name, ValueFormat<T> form, String example, String meaning) implements SchemaEntry {}
