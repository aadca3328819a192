package io.callport.http.moor;

import feign.Headers;
import feign.RequestLine;
import io.callport.http.reply.Reply;

/** 7moor's endpoints (developer.7moor.com/v7/number-management). Neither takes a body. */
@Headers("content-type: application/json")
interface MoorApi {
    String NUMBERS = "/openapi/v1/call/query/number";
    String GROUPS = "/openapi/v1/call/query/group";

    @RequestLine("POST " + NUMBERS)
    Reply numbers();

    @RequestLine("POST " + GROUPS)
    Reply groups();
}
