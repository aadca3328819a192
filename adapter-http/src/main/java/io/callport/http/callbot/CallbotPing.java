package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.http.json.Body;
import io.callport.http.json.Fields;
import io.callport.http.reply.Reply;
import io.callport.http.vendor.Ping;
import io.callport.http.vendor.VendorApis;

/** Callbot's ping (接口探活, NXCloud wiki, ping): it echoes what it is sent, so that another answer than that is none. */
final class CallbotPing implements Ping {
    private static final String ECHO = "callport";

    private final VendorApis<CallbotApi> apis;

    CallbotPing(VendorApis<CallbotApi> apis) {
        this.apis = apis;
    }

    @Override
    public void ping(Account account) {
        JsonNode body = new Body().put("data", ECHO).json();
        apis.ask(account, CallbotApi.PING, api -> requireEcho(api.ping(body)));
    }

    private static Reply requireEcho(Reply reply) {
        if (!ECHO.equals(new Fields(reply.json()).text("data"))) {
            throw reply.malformed("The answer to the ping is not its echo");
        }
        return reply;
    }
}
