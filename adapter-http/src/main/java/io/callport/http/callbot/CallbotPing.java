package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.http.json.RequestBody;
import io.callport.http.reply.Reply;
import io.callport.http.vendor.PingPort;
import io.callport.http.vendor.VendorApis;
import io.callport.vendor.json.FieldReader;

/** Callbot's ping (接口探活, NXCloud wiki, ping): it echoes the data that it is sent, and no other answer counts. */
final class CallbotPing implements PingPort {
    private static final String ECHO = "callport";

    private final VendorApis<CallbotApi> apis;

    CallbotPing(VendorApis<CallbotApi> apis) {
        this.apis = apis;
    }

    @Override
    public void ping(Account account) {
        JsonNode body = new RequestBody().put("data", ECHO).json();
        apis.ask(account, CallbotApi.PING, api -> requireEcho(api.ping(body)));
    }

    private static Reply requireEcho(Reply reply) {
        if (!ECHO.equals(new FieldReader(reply.json()).text("data"))) {
            throw reply.malformed("The answer to the ping is not its echo");
        }
        return reply;
    }
}
