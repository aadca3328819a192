package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import io.callport.http.reply.Reply;

/** Callbot's endpoints; this one is seen only in the sample of the wiki's page Callbot API authorization. */
@Headers("content-type: application/json")
interface CallbotApi {
    String CALL_INFO = "/callcentre/v2/callinfo";

    @RequestLine("POST " + CALL_INFO)
    Reply callInfo(JsonNode body);
}
