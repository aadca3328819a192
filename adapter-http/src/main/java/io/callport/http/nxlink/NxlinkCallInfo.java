package io.callport.http.nxlink;

import io.callport.account.Account;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.Records;
import io.callport.callinfo.RecordsByOrder;
import io.callport.callinfo.record.RecordList;
import io.callport.callinfo.record.RecordPage;
import io.callport.http.json.Body;
import io.callport.http.vendor.VendorApis;

/** Asks NXLink for the records of calls (NXCloud wiki, NXCC-API-cdrQuery and -cdrQueryByOrder). */
final class NxlinkCallInfo implements CallInfoPort {
    private final VendorApis<NxlinkApi> apis;

    NxlinkCallInfo(VendorApis<NxlinkApi> apis) {
        this.apis = apis;
    }

    @Override
    public RecordPage records(Account account, Records query) {
        var body = new Body()
                .put("startTime", query.startTime())
                .put("endTime", query.endTime())
                .put("answered", query.answered())
                .put("direction", query.direction())
                .put("name", query.name())
                .put("caller", query.caller())
                .put("callee", query.callee())
                .put("callId", query.callId())
                .put("orderId", query.orderId())
                .put("size", query.size())
                .put("page", query.page())
                .json();
        return apis.ask(account, NxlinkApi.RECORDS, api -> RecordReplies.page(query, api.records(body)));
    }

    @Override
    public RecordList recordsByOrder(Account account, RecordsByOrder query) {
        var body = new Body()
                .put("tenantId", query.tenantId())
                .put("orderId", query.orderId())
                .json();
        return apis.ask(account, NxlinkApi.RECORDS_BY_ORDER, api -> RecordReplies.list(api.recordsByOrder(body)));
    }
}
