package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LookupQuery;
import io.callport.callinfo.NumberRange;
import io.callport.callinfo.OrdersQuery;
import io.callport.catalog.Queries;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumbersQuery;
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
                .isEqualTo(new LookupQuery("a", "b", -1));
        assertThat(QueryJson.parse(type("number-pool.numbers"), "{}")).isEqualTo(new NumbersQuery());
        assertThat(QueryJson.parse(type("number-pool.groups"), "{}")).isEqualTo(new NumberGroupsQuery());
    }

    @Test
    void everyExampleOfTheCatalogueIsWrittenAndReadsBack() {
        for (QueryType<?, ?> type : Queries.ALL) {
            for (Query<?, ?> example : type.examples()) {
                assertThat(QueryJson.parse(type, QueryJson.write(example))).isEqualTo(example);
            }
        }
        assertThat(QueryJson.write(new NumberGroupsQuery())).isEqualTo("{}");
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
                "\"status\":\" \" | text",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "\"page\":0 | params.page: must be at least 1",
                "\"page\":\"1\" | params.page: must be an integer from -2147483648 to 2147483647, but is text",
                "\"options\":[] | params.options: must be an object, but is a list",
                "\"options\":{\"callID\":[]} | params.options.callID: is no parameter of call-info.calls, which takes",
                "\"options\":{\"callId\":\"c\"} | params.options.callId: must be a list, but is text",
                "\"options\":{\"callId\":[\"\"]} | params.options.callId[0]: must not be blank",
                "\"options\":{\"callId\":[7]} | params.options.callId[0]: must be text, but is a number",
                "\"options\":{\"callId\":[null]} | params.options.callId: must not have null among its elements",
                "\"options\":{\"callStatus\":[1.5]} | params.options.callStatus[0]: must be an integer",
                "\"options\":{\"startTs\":2,\"endTs\":1} | params.options.startTs: must not be after endTs",
                "\"options\":{\"turnTime\":{\"gt\":2,\"lt\":1}} | params.options.turnTime.gt: must not be more than lt",
                "\"options\":{\"turnTime\":{\"enable\":1}} | params.options.turnTime.enable: must be true or false, but is a number"
            })
    void whatIsWrongInsideAParameterIsNamedWithItsPath(String params, String message) {
        String json = "{\"userTaskId\":\"t\"," + params + "}";
        assertThatThrownBy(() -> QueryJson.parse(type("call-info.calls"), json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatACommandLeavesOutIsFilledIn() {
        assertThat(QueryJson.parse(type("call-info.calls"), "{\"userTaskId\":\"t\"}"))
                .isEqualTo(new CallsQuery("t", CallsQuery.Options.NONE, 1, 100));
        assertThat(QueryJson.parse(
                        type("call-info.orders"), "{\"userTaskId\":\"t\",\"options\":{\"turnTime\":{\"gt\":1}}}"))
                .isEqualTo(new OrdersQuery(
                        "t",
                        new OrdersQuery.Options(
                                null, null, null, null, null, null, new NumberRange(1, null, true), null, null),
                        1,
                        100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | a number",
                "\"2020-09-25 20:32:03\" | text",
                "\"2020-02-30T00:00:00\" | text",
                "\"\" | text",
                "[] | a list",
                "{} | an object",
                "true | a boolean"
            })
    void aLocalTimeIsNeverGuessed(String time, String shape) {
        String json = "{\"startTime\":" + time + ",\"endTime\":\"2020-12-25T20:32:03\",\"numbers\":[\"1\"]}";
        assertThatThrownBy(() -> QueryJson.parse(type("call-info.answer-rates"), json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("params.startTime: must be a local time as in 2020-09-25T20:32:03, but is " + shape);
    }

    @Test
    void aMissingTimeIsRequired() {
        assertThatThrownBy(() -> QueryJson.parse(type("call-info.answer-rates"), "{\"startTime\":null}"))
                .hasMessage("params.startTime: is required");
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
