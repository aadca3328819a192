package io.callport.sandbox.vendor;

import java.util.List;

/** The choices of the sandbox where the vendors document nothing. */
public final class Assumptions {
    /** The assumptions, in one sentence each. */
    public static final List<String> ALL = List.of(
            "7moor documents no failure answer: bad headers, an unknown account, a stale timestamp, a bad signature and a"
                    + " repeated nonce get HTTP 401 and {\"success\":false,\"code\":\"401\",\"message\":...}",
            "7moor does not say what it answers over its limit: HTTP 429 and the same envelope with code 429",
            "7moor does not say how its minute runs: sliding, counted at arrival over all endpoints, accepted requests only",
            "7moor's rule of 10-digit timestamps holds, although examples show 13 digits; nonces may begin with 0",
            "7moor does not say how it refuses a wrong parameter: HTTP 200 and {\"success\":false,\"code\":\"400\",...}",
            "7moor's examples of the SIP list, agents, queues and answer rates are only known in part: what is known is"
                    + " answered, and an answer rate for each number that was asked for",
            "Callbot states no clock tolerance: createTs may be 5 minutes off, beyond that retCode 6",
            "Callbot states no HTTP status for failures: 200 with retCode; a missing sign is 6001, another header 2",
            "Callbot requires the algorithm header as written, MD5 or SHA256 (retCode 4 otherwise), and upper-case signs",
            "Callbot documents no answer of /callcentre/v2/callinfo: the envelope is v3's, the data invented",
            "Callbot's answers to listCall and listOrder could not be read: the list's name is invented, its fields are those of"
                    + " the order and call objects of other pages; each id of listOrderDetail has the example's order",
            "Callbot does not say whether the packed or the plain bytes of a gzip answer are signed: the plain ones",
            "Callbot does not say how ping refuses: in ping's own envelope",
            "Callbot's response is signed with the request's formula over the response body and the response's createTs",
            "NXLink failures come over HTTP 200; an unknown accessKey is 1005; a wrong parameter is 41000, no JSON 1002",
            "NXLink's answers of agent/page, agent/status/info and agentGroup/page could not be read: their tables' fields are"
                    + " answered; agent/status/info has one object, agent/page a total beside its data",
            "NXLink's cdr/queryByOrderId could not be read: the example of cdr/page, with the order that was asked for",
            "7moor documents the event of ringing alone: calling, link and hangup have the same fields, and a pushType by its"
                    + " pattern; an event's accountId is the account's m7-appkey",
            "Callbot's callbacks are signed with the requests' formula and have no algorithm header, as its tables say");

    private Assumptions() {}
}
