package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.Lookup;
import io.callport.http.reply.Fields;
import io.callport.http.reply.Reply;
import io.callport.http.vendor.VendorApis;

/** Asks Callbot for call info. */
final class CallbotCallInfo implements CallInfoPort {
    private final VendorApis<CallbotApi> apis;

    CallbotCallInfo(VendorApis<CallbotApi> apis) {
        this.apis = apis;
    }

    @Override
    public CallInfo lookup(Account account, Lookup query) {
        JsonNode body = body(query);
        return apis.ask(account, CallbotApi.CALL_INFO, api -> read(api.callInfo(body)));
    }

    private static JsonNode body(Lookup query) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("customerId", query.customerId())
                .put("appKey", query.appKey())
                .put("status", query.status());
    }

    /** No field of this answer is documented: all but the envelope is kept, {@code data} under its own name. */
    private static CallInfo read(Reply reply) {
        Fields fields = new Fields(reply.json());
        CallbotEnvelope.names(reply.json()).forEach(fields::drop);
        return new CallInfo(fields.rest());
    }
}
