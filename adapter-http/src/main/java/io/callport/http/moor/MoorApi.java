package io.callport.http.moor;

import com.fasterxml.jackson.databind.JsonNode;
import feign.RequestLine;
import io.callport.http.reply.Reply;

/** 7moor's endpoints (developer.7moor.com/v7); the first two have no body. */
interface MoorApi {
    String NUMBERS = "/openapi/v1/call/query/number";
    String GROUPS = "/openapi/v1/call/query/group";
    String SIP_NUMBERS = "/openapi/v1/call/sip/list";
    String ANSWER_RATES = "/openapi/v1/call/query/displayNumber/answer/report";
    String AGENTS = "/openapi/v1/call/query/agent";
    String QUEUES = "/openapi/v1/base/queue/list";

    @RequestLine("POST " + NUMBERS)
    Reply numbers();

    @RequestLine("POST " + GROUPS)
    Reply groups();

    @RequestLine("POST " + SIP_NUMBERS)
    Reply sipNumbers(JsonNode body);

    @RequestLine("POST " + ANSWER_RATES)
    Reply answerRates(JsonNode body);

    @RequestLine("POST " + AGENTS)
    Reply agents(JsonNode body);

    @RequestLine("POST " + QUEUES)
    Reply queues(JsonNode body);
}
