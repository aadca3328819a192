package io.callport.kafka.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.callinfo.Lookup;
import io.callport.catalog.Queries;
import io.callport.numberpool.Groups;
import io.callport.numberpool.Numbers;
import io.callport.query.Query;
import io.callport.query.QueryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryJsonTest {
    private static final QueryType<?, ?> LOOKUP = type("call-info.lookup");
    private static final String INTEGER = "an integer from -2147483648 to 2147483647";

    @Test
    void parametersBecomeTheQuerysComponents() {
        assertThat(QueryJson.parse(LOOKUP, "{\"status\":-1,\"appKey\":\"b\",\"customerId\":\"a\"}"))
                .isEqualTo(new Lookup("a", "b", -1));
        assertThat(QueryJson.parse(type("number-pool.numbers"), "{}")).isEqualTo(new Numbers());
        assertThat(QueryJson.parse(type("number-pool.groups"), "{}")).isEqualTo(new Groups());
    }

    @Test
    void everyExampleOfTheCatalogueIsWrittenAndReadsBack() {
        for (QueryType<?, ?> type : Queries.ALL) {
            for (Query<?, ?> example : type.examples()) {
                assertThat(QueryJson.parse(type, QueryJson.write(example))).isEqualTo(example);
            }
        }
        assertThat(QueryJson.write(new Groups())).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":1} | params.customerId: is required",
                "{\"status\":1,\"customerId\":null} | params.customerId: is required",
                "{\"status\":1,\"customerId\":\" \"} | params.customerId: must not be blank",
                "{\"status\":1,\"customerId\":\"a\"} | params.appKey: is required",
                "{\"customerId\":7} | params.customerId: must be text, but is a number",
                "{\"customerId\":1.5} | params.customerId: must be text, but is a number",
                "{\"customerId\":true} | params.customerId: must be text, but is a boolean",
                "{\"customerId\":{}} | params.customerId: must be text, but is an object",
                "{\"customerId\":[\"a\"]} | params.customerId: must be text, but is a list",
                "{\"phone\":1} | params.phone: is no parameter of call-info.lookup, which takes customerId, appKey, status",
                "{\"CustomerId\":1} | params.CustomerId: is no parameter of call-info.lookup, which takes customerId, appKey, status",
                "{\"port\":1} | params.port: is no parameter of call-info.lookup, which takes customerId, appKey, status",
                "[1] | params: must be an object, but is a list",
                "{ | params: must be a JSON object, as in {\"status\":1}, but is not JSON",
                "{} x | params: must be a JSON object, as in {\"status\":1}, but is not JSON",
                "{\"status\":1e9999999999} | params: must be a JSON object, as in {\"status\":1}, but is not JSON"
            })
    void whatIsWrongIsNamedWithItsShape(String params, String message) {
        assertThatThrownBy(() -> QueryJson.parse(LOOKUP, params))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | missing",
                "\"status\":null | null",
                "\"status\":\"1\" | text",
                "\"status\":\"\" | text",
                "\"status\":true | a boolean",
                "\"status\":[] | a list",
                "\"status\":{} | an object",
                "\"status\":1.5 | a number",
                "\"status\":2147483648 | a number",
                "\"status\":-99999999999999999999 | a number",
                "\"status\":1e999999999 | a number",
                "\"status\":1e-999999999 | a number"
            })
    void anIntegerIsNeverGuessed(String status, String shape) {
        String comma = status.isEmpty() ? "" : ",";
        assertThatThrownBy(
                        () -> QueryJson.parse(LOOKUP, "{\"customerId\":\"a\",\"appKey\":\"b\"" + comma + status + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("params.status: must be " + INTEGER + ", but is " + shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a/b\":1}", "{\"~\":1}", "{\"\":1}", "{\"a\\u0000\":1}"})
    void anyNameOfAParameterIsSurvived(String params) {
        assertThatThrownBy(() -> QueryJson.parse(LOOKUP, params))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no parameter of call-info.lookup");
    }

    private static QueryType<?, ?> type(String name) {
        return Queries.named(name).orElseThrow();
    }
}
