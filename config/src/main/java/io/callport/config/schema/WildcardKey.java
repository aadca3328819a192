package io.callport.config.schema;

import java.util.List;

/**
 * Any name that is not declared beside it, with a single value.
 *
 * @param name the placeholder for the name, as in {@code <property>}
 * @param wanted the form of the value, in words
 * @param examples lines of YAML
 * @param meaning the purpose of the keys
 */
public record WildcardKey(String name, String wanted, List<String> examples, String meaning) implements SchemaEntry {
    public WildcardKey {
        examples = List.copyOf(examples);
    }
}
