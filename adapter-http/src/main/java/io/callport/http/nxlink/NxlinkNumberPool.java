package io.callport.http.nxlink;

import io.callport.account.Account;
import io.callport.http.json.RequestBody;
import io.callport.http.reply.Reply;
import io.callport.http.vendor.VendorApis;
import io.callport.numberpool.CallerNumberList;
import io.callport.numberpool.CallerNumberList.CallerNumber;
import io.callport.numberpool.CallerNumbersQuery;
import io.callport.numberpool.NumberPoolPort;
import io.callport.vendor.json.FieldReader;

/** Asks NXLink for numbers (NXCloud wiki, NXCC-API-didQuery). */
final class NxlinkNumberPool implements NumberPoolPort {
    private final VendorApis<NxlinkApi> apis;

    NxlinkNumberPool(VendorApis<NxlinkApi> apis) {
        this.apis = apis;
    }

    @Override
    public CallerNumberList callerNumbers(Account account, CallerNumbersQuery query) {
        var body = new RequestBody()
                .put("tenantId", query.tenantId())
                .put("sipNumber", query.sipNumber())
                .json();
        return apis.ask(account, NxlinkApi.CALLER_NUMBERS, api -> callerNumbers(api.callerNumbers(body)));
    }

    private static CallerNumberList callerNumbers(Reply reply) {
        return new CallerNumberList(
                reply.list("data", NxlinkNumberPool::callerNumber),
                NxlinkEnvelope.besideData(reply).rest());
    }

    private static CallerNumber callerNumber(FieldReader fields) {
        return new CallerNumber(
                fields.text("number"),
                fields.text("remark"),
                fields.text("routerId"),
                fields.text("routerName"),
                fields.text("type"),
                fields.rest());
    }
}
