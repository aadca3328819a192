package io.callport.http.nxlink;

import com.fasterxml.jackson.databind.JsonNode;
import feign.RequestLine;
import io.callport.http.reply.Reply;

/** NXLink's endpoints (NXCloud wiki, NXCC API). */
interface NxlinkApi {
    String CALLER_NUMBERS = "/saas/cc/openapi/did/myUsefulNumber";
    String RECORDS = "/saas/cc/openapi/cdr/page";
    String RECORDS_BY_ORDER = "/saas/cc/openapi/cdr/queryByOrderId";
    String AGENTS = "/saas/cc/openapi/agent/page";
    String STATUS = "/saas/cc/openapi/agent/status/info";
    String QUEUES = "/saas/cc/openapi/agentGroup/page";
    String QUEUE_MEMBERS = "/saas/cc/openapi/agentGroup/member/list";

    @RequestLine("POST " + CALLER_NUMBERS)
    Reply callerNumbers(JsonNode body);

    @RequestLine("POST " + RECORDS)
    Reply records(JsonNode body);

    @RequestLine("POST " + RECORDS_BY_ORDER)
    Reply recordsByOrder(JsonNode body);

    @RequestLine("POST " + AGENTS)
    Reply agents(JsonNode body);

    @RequestLine("POST " + STATUS)
    Reply status(JsonNode body);

    @RequestLine("POST " + QUEUES)
    Reply queues(JsonNode body);

    @RequestLine("POST " + QUEUE_MEMBERS)
    Reply queueMembers(JsonNode body);
}
