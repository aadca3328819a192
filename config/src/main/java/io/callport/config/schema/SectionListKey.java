package io.callport.config.schema;

import java.util.List;

/**
 * A name with a list of groups; at least one.
 *
 * @param name the name
 * @param meaning the purpose of the key
 * @param schema the keys that may stand in each group
 * @param examples groups, each as lines of YAML
 */
public record SectionListKey(String name, String meaning, Schema schema, List<String> examples) implements SchemaEntry {
    public SectionListKey {
        examples = List.copyOf(examples);
    }
}
