package io.callport.config.schema;

import java.util.List;

/**
 * Any name that is not declared beside it, with a single value.
 *
 * @param name what stands for the name, as in {@code <property>}
 * @param wanted how the value is written
 * @param examples lines of YAML
 * @param meaning what they are for
 */
public record WildcardKey(String name, String wanted, List<String> examples, String meaning) implements SchemaEntry {
    public WildcardKey {
        examples = List.copyOf(examples);
    }
}
