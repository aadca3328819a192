package com.example;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

public class ValidateResult {
    private static final String IDS = "https://callport.io/schemas/v1/";
    private static final String JAR = "classpath:io/callport/contract/schemas/v1/";

    private final Schema schema = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(IDS, JAR)))
            .getSchema(SchemaLocation.of(IDS + "result.schema.json"));

    /** What is wrong with a result; empty if nothing is. */
    public List<Error> problems(String json) {
        return schema.validate(json, InputFormat.JSON);
    }
}
