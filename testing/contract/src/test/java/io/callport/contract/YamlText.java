package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as JSON, with its aliases resolved. */
public final class YamlText {
    private YamlText() {}

    /** Reads the content of a file. */
    public static JsonNode read(String yaml) {
        Object aliasesResolved = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ObjectMapper().valueToTree(aliasesResolved);
    }
}
