package io.callport.sandbox.nxlink;

import static io.callport.sandbox.endpoint.Parameter.number;
import static io.callport.sandbox.endpoint.Parameter.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.endpoint.Endpoint;
import io.callport.sandbox.endpoint.ItemFilter;
import io.callport.sandbox.endpoint.Parameter;
import io.callport.sandbox.vendor.AnswerJson;
import java.util.Map;

/**
 * NXLink's query endpoints: the wiki's examples with the requested ids. Where an example could not be read, the answer
 * has the fields of the wiki's tables.
 */
final class NxlinkEndpoints {
    private static final String ROOT = "/saas/cc/openapi/";
    private static final Parameter TENANT = number("tenantId", Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Parameter PAGE = number("page", 1, Integer.MAX_VALUE);
    private static final Parameter UP_TO_200 = number("size", 1, 200);
    private static final long LAST_SECOND = 9_999_999_999L;

    static final Map<String, Endpoint> ALL = Map.of(
            ROOT + "did/myUsefulNumber",
                    Endpoint.taking(body -> example("did_myUsefulNumber.json"), TENANT, text("sipNumber")),
            ROOT + "cdr/page",
                    Endpoint.taking(
                            NxlinkEndpoints::records,
                            seconds("startTime"),
                            seconds("endTime"),
                            number("answered", 0, 2).optional(),
                            number("direction", 0, 3).optional(),
                            text("name").optional(),
                            text("caller").optional(),
                            text("callee").optional(),
                            text("callId").optional(),
                            text("orderId").optional(),
                            number("size", 1, 100),
                            PAGE),
            ROOT + "cdr/queryByOrderId",
                    Endpoint.taking(
                            NxlinkEndpoints::recordsByOrder,
                            TENANT,
                            text("orderId").optional()),
            ROOT + "agent/page",
                    Endpoint.taking(
                            NxlinkEndpoints::agents, TENANT, text("userName").optional(), UP_TO_200, PAGE),
            ROOT + "agent/status/info",
                    Endpoint.taking(
                            NxlinkEndpoints::status,
                            TENANT,
                            text("userName"),
                            seconds("startDateTime"),
                            seconds("endDateTime")),
            ROOT + "agentGroup/page",
                    Endpoint.taking(NxlinkEndpoints::groups, TENANT, text("queueName"), UP_TO_200, PAGE),
            ROOT + "agentGroup/member/list",
                    Endpoint.taking(body -> example("agentGroup_member_list.json"), TENANT, text("queueNo")));

    private NxlinkEndpoints() {}

    /** Makes a parameter in seconds, not in milliseconds, although the wiki has an example with milliseconds. */
    private static Parameter seconds(String name) {
        return number(name, 0, LAST_SECOND);
    }

    private static ObjectNode records(ObjectNode body) {
        ObjectNode answer = example("cdr_page.json");
        ItemFilter.page(answer.path("data"), body);
        return answer;
    }

    private static ObjectNode recordsByOrder(ObjectNode body) {
        ObjectNode answer = example("cdr_page.json");
        for (JsonNode line : answer.path("data")) {
            ((ObjectNode) line).set("orderId", body.path("orderId"));
        }
        return answer;
    }

    private static ObjectNode agents(ObjectNode body) {
        ObjectNode answer = example("agent_page.json");
        ItemFilter.narrow(answer.path("data"), "userName", body.path("userName"));
        ItemFilter.page(answer.path("data"), body);
        return answer;
    }

    private static ObjectNode status(ObjectNode body) {
        ObjectNode answer = example("agent_status_info.json");
        ((ObjectNode) answer.path("data")).set("userName", body.path("userName"));
        return answer;
    }

    private static ObjectNode groups(ObjectNode body) {
        ObjectNode answer = example("agentGroup_page.json");
        ItemFilter.narrow(answer.path("data"), "groupNo", body.path("queueName"));
        ItemFilter.page(answer.path("data"), body);
        return answer;
    }

    private static ObjectNode example(String file) {
        return AnswerJson.documented(Nxlink.class, file);
    }
}
