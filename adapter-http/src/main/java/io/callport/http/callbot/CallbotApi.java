package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import io.callport.http.reply.Reply;

/**
 * Callbot's endpoints (NXCloud wiki, Callbot API); callinfo is seen only in the sample of the page Callbot API
 * authorization. Only those endpoints accept packed answers whose pages say so.
 */
interface CallbotApi {
    String CALL_INFO = "/callcentre/v2/callinfo";
    String PING = "/callcentre/api/v3/ping";
    String TASKS = "/callcentre/api/v3/listTask";
    String CALLS = "/callcentre/api/v3/listCall";
    String ORDERS = "/callcentre/api/v3/listOrder";
    String ORDER_DETAILS = "/callcentre/api/v3/listOrderDetail";
    String LATEST_BATCH = "/callcentre/api/v3/exportBatchCall";

    @RequestLine("POST " + CALL_INFO)
    Reply callInfo(JsonNode body);

    @RequestLine("POST " + PING)
    Reply ping(JsonNode body);

    @RequestLine("POST " + TASKS)
    Reply tasks(JsonNode body);

    @RequestLine("POST " + CALLS)
    @Headers("accept-encoding: gzip")
    Reply calls(JsonNode body);

    @RequestLine("POST " + ORDERS)
    Reply orders(JsonNode body);

    @RequestLine("POST " + ORDER_DETAILS)
    Reply orderDetails(JsonNode body);

    @RequestLine("POST " + LATEST_BATCH)
    @Headers("accept-encoding: gzip")
    Reply latestBatch(JsonNode body);
}
