package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schemas mean the same to a reader of draft 7, such as AsyncAPI's parser, as to one of 2020-12. */
class KeywordsTest {
    private static final Set<String> NEWER = Set.of(
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$recursiveAnchor",
            "$recursiveRef",
            "$vocabulary",
            "contentSchema",
            "dependentRequired",
            "dependentSchemas",
            "deprecated",
            "maxContains",
            "minContains",
            "prefixItems",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** Keywords that may stand beside a reference, where draft 7 ignores all others. */
    private static final Set<String> SAYS_NOTHING = Set.of("$ref", "title", "description", "default", "examples");

    @Test
    void nothingInThemIsNewerThanDraft7() {
        SchemaFiles.all()
                .forEach((file, schema) -> assertThat(wrong(schema)).as(file).isEmpty());
    }

    @Test
    void whatIsNewerIsSeen() {
        String newer = "{'properties':{'dependentRequired':{},'a':{'dependentRequired':{'b':['c']}}},"
                + "'anyOf':[{'$ref':'#','type':'string'}],'examples':[{'deprecated':true}]}";
        assertThat(wrong(RecordJson.parse(newer.replace('\'', '"'))))
                .containsExactlyInAnyOrder("/properties/a: dependentRequired", "/anyOf/0: type beside $ref");
    }

    private static List<String> wrong(JsonNode schema) {
        List<String> wrong = new ArrayList<>();
        SchemaFiles.walk(
                schema,
                (pointer, part) -> part.fieldNames().forEachRemaining(keyword -> {
                    if (NEWER.contains(keyword)) {
                        wrong.add(pointer + ": " + keyword);
                    } else if (part.has("$ref") && !SAYS_NOTHING.contains(keyword)) {
                        wrong.add(pointer + ": " + keyword + " beside $ref");
                    }
                }));
        return wrong;
    }
}
