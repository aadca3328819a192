package io.callport.sandbox.callbot;

import static io.callport.sandbox.endpoint.Parameter.fixed;
import static io.callport.sandbox.endpoint.Parameter.number;
import static io.callport.sandbox.endpoint.Parameter.object;
import static io.callport.sandbox.endpoint.Parameter.text;
import static io.callport.sandbox.endpoint.Parameter.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.endpoint.Endpoint;
import io.callport.sandbox.endpoint.ItemFilter;
import io.callport.sandbox.endpoint.Parameter;
import io.callport.sandbox.vendor.AnswerJson;
import java.util.Map;
import java.util.Set;

/**
 * Callbot's query endpoints: the wiki's examples with the requested ids. Where the wiki shows no answer, the answer is
 * invented from fields of the wiki's other pages, and says so.
 */
final class CallbotEndpoints {
    static final String PING = "/callcentre/api/v3/ping";

    /** The endpoints that the wiki lets answer in gzip, if the request says {@code Accept-Encoding: gzip}. */
    static final Set<String> PACKED = Set.of("/callcentre/api/v3/listCall", "/callcentre/api/v3/exportBatchCall");

    private static final Parameter PRODUCT = fixed("productID", "callbot");
    private static final Parameter TASK = text("userTaskID");
    private static final Parameter PAGE = number("page", 1, Integer.MAX_VALUE);
    private static final Parameter SIZE = number("size", 1, Integer.MAX_VALUE);

    static final Map<String, Endpoint> ALL = Map.of(
            "/callcentre/v2/callinfo",
            Endpoint.taking(CallbotCallInfo::answer),
            PING,
            Endpoint.taking(CallbotEndpoints::echo, text("data")),
            "/callcentre/api/v3/listTask",
            Endpoint.taking(CallbotEndpoints::tasks, PRODUCT, PAGE, SIZE, object("queryConditions")),
            "/callcentre/api/v3/listCall",
            Endpoint.taking(body -> calls(body, "callList"), PRODUCT, TASK, object("options"), PAGE, SIZE),
            "/callcentre/api/v3/listOrder",
            Endpoint.taking(body -> calls(body, "orderList"), PRODUCT, TASK, object("options"), PAGE, SIZE),
            "/callcentre/api/v3/listOrderDetail",
            Endpoint.taking(CallbotEndpoints::orderDetails, PRODUCT, TASK, texts("orderList", 500)),
            "/callcentre/api/v3/exportBatchCall",
            Endpoint.taking(CallbotEndpoints::batch, PRODUCT, TASK));

    private CallbotEndpoints() {}

    private static ObjectNode echo(ObjectNode body) {
        ObjectNode answer = AnswerJson.object();
        answer.set("data", body.path("data"));
        return answer;
    }

    private static ObjectNode tasks(ObjectNode body) {
        ObjectNode answer = example("listTask.json");
        JsonNode conditions = body.path("queryConditions");
        ItemFilter.narrowToAny(answer.path("taskData"), "userTaskID", conditions.path("userTaskID"));
        ItemFilter.narrowToAny(answer.path("taskData"), "taskStatus", conditions.path("taskStatus"));
        ItemFilter.page(answer.path("taskData"), body);
        return answer;
    }

    /** Answers one line with the fields that the wiki's other pages show of orders and calls. */
    private static ObjectNode calls(ObjectNode body, String list) {
        ObjectNode order = (ObjectNode) example("listOrderDetail.json").at("/orderDetailList/0");
        ObjectNode line = order.deepCopy();
        line.remove("callInfoDetailList");
        line.setAll((ObjectNode) order.at("/callInfoDetailList/0"));
        line.put("callingNumber", "string").put("lineAddress", "string");
        line.set("userTaskID", body.path("userTaskID"));
        ObjectNode answer = AnswerJson.object();
        answer.put(
                "inventedBySandbox",
                "the vendor's documentation of this answer could not be read; this one is made up");
        ItemFilter.page(answer.putArray(list).add(line), body);
        return answer;
    }

    /** The example's order for each requested id. */
    private static ObjectNode orderDetails(ObjectNode body) {
        ObjectNode answer = example("listOrderDetail.json");
        JsonNode order = answer.at("/orderDetailList/0");
        ArrayNode orders = answer.putArray("orderDetailList");
        for (JsonNode id : body.path("orderList")) {
            ObjectNode copy = order.deepCopy();
            copy.set("orderID", id);
            copy.set("userTaskID", body.path("userTaskID"));
            orders.add(copy);
        }
        return answer;
    }

    private static ObjectNode batch(ObjectNode body) {
        ObjectNode answer = example("exportBatchCall.json");
        return answer.put("totalCount", answer.path("callList").size());
    }

    private static ObjectNode example(String file) {
        return AnswerJson.documented(Callbot.class, file);
    }
}
