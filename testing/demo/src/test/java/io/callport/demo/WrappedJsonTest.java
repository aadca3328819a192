package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class WrappedJsonTest {
    private static final String JSON = "{\"a\":[{\"b\":1,\"c\":\"two\"},{}],\"d\":null,\"e\":[]}";

    @Test
    void whatFitsIsOnOneLine() throws Exception {
        assertThat(fitted(80)).isEqualTo("  " + JSON);
    }

    @Test
    void whatDoesNotFitIsBrokenUpAndStaysTheSameJson() throws Exception {
        assertThat(fitted(26).lines())
                .containsExactly(
                        "  {",
                        "    \"a\": [",
                        "      {\"b\":1,\"c\":\"two\"},",
                        "      {}",
                        "    ],",
                        "    \"d\": null, \"e\": []",
                        "  }");
        assertThat(new ObjectMapper().readTree(fitted(1))).isEqualTo(new ObjectMapper().readTree(JSON));
    }

    private static String fitted(int width) throws Exception {
        return new WrappedJson("  ", width).of(new ObjectMapper().readTree(JSON));
    }
}
