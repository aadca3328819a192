package io.callport.sandbox.moor;

import static io.callport.sandbox.endpoint.Parameter.localTime;
import static io.callport.sandbox.endpoint.Parameter.number;
import static io.callport.sandbox.endpoint.Parameter.numbers;
import static io.callport.sandbox.endpoint.Parameter.object;
import static io.callport.sandbox.endpoint.Parameter.text;
import static io.callport.sandbox.endpoint.Parameter.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.endpoint.Endpoint;
import io.callport.sandbox.endpoint.ItemFilter;
import io.callport.sandbox.vendor.AnswerJson;
import java.util.Map;

/**
 * 7moor's query endpoints: the examples of its pages, as far as the pages could be read, narrowed by the documented
 * fields.
 */
final class MoorEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "/openapi/v1/call/query/number",
            Endpoint.taking(body -> example("call_query_number.json")),
            "/openapi/v1/call/query/group",
            Endpoint.taking(body -> example("call_query_group.json")),
            "/openapi/v1/call/sip/list",
            Endpoint.taking(
                    MoorEndpoints::sipNumbers,
                    text("number").optional(),
                    numbers("registerStatuses").optional()),
            "/openapi/v1/call/query/displayNumber/answer/report",
            Endpoint.taking(
                    MoorEndpoints::answerRates,
                    localTime("startTime"),
                    localTime("endTime"),
                    texts("numbers", Integer.MAX_VALUE)),
            "/openapi/v1/call/query/agent",
            Endpoint.taking(
                    MoorEndpoints::agents,
                    text("agentNumber").optional(),
                    text("sipNumber").optional(),
                    text("mobile").optional(),
                    text("crmId").optional(),
                    number("page", 1, Integer.MAX_VALUE).optional(),
                    number("limit", 1, 100).optional(),
                    object("projection").optional()),
            "/openapi/v1/base/queue/list",
            Endpoint.taking(body -> example("base_queue_list.json")));

    private MoorEndpoints() {}

    private static ObjectNode example(String file) {
        return AnswerJson.documented(Moor.class, file);
    }

    private static ObjectNode sipNumbers(ObjectNode body) {
        ObjectNode answer = example("call_sip_list.json");
        ItemFilter.narrow(answer.path("data"), "number", body.path("number"));
        ItemFilter.narrowToAny(answer.path("data"), "registerStatus", body.path("registerStatuses"));
        return answer;
    }

    /** The example's line for each requested number. */
    private static ObjectNode answerRates(ObjectNode body) {
        ObjectNode answer = example("call_query_displayNumber_answer_report.json");
        JsonNode line = answer.at("/data/0");
        ArrayNode lines = answer.putArray("data");
        for (JsonNode number : body.path("numbers")) {
            ObjectNode copy = line.deepCopy();
            lines.add(copy.put("number", number.asText()));
        }
        return answer;
    }

    private static ObjectNode agents(ObjectNode body) {
        ObjectNode answer = example("call_query_agent.json");
        for (String field : new String[] {"agentNumber", "sipNumber", "mobile", "crmId"}) {
            ItemFilter.narrow(answer.path("data"), field, body.path(field));
        }
        ItemFilter.page(answer.path("data"), body);
        return answer;
    }
}
