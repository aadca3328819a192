package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as the JSON that it stands for, its aliases resolved. */
public final class YamlText {
    private YamlText() {}

    /** The content of a file. */
    public static JsonNode read(String yaml) {
        Object aliasesResolved = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ObjectMapper().valueToTree(aliasesResolved);
    }
}
