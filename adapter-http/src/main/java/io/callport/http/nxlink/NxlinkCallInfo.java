package io.callport.http.nxlink;

import io.callport.account.Account;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.CallRecordList;
import io.callport.callinfo.CallRecordPage;
import io.callport.callinfo.RecordsByOrderQuery;
import io.callport.callinfo.RecordsQuery;
import io.callport.http.json.RequestBody;
import io.callport.http.vendor.VendorApis;

/** Asks NXLink for the records of calls (NXCloud wiki, NXCC-API-cdrQuery and -cdrQueryByOrder). */
final class NxlinkCallInfo implements CallInfoPort {
    private final VendorApis<NxlinkApi> apis;

    NxlinkCallInfo(VendorApis<NxlinkApi> apis) {
        this.apis = apis;
    }

    @Override
    public CallRecordPage records(Account account, RecordsQuery query) {
        var body = new RequestBody()
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
        return apis.ask(account, NxlinkApi.RECORDS, api -> RecordAnswers.page(query, api.records(body)));
    }

    @Override
    public CallRecordList recordsByOrder(Account account, RecordsByOrderQuery query) {
        var body = new RequestBody()
                .put("tenantId", query.tenantId())
                .put("orderId", query.orderId())
                .json();
        return apis.ask(account, NxlinkApi.RECORDS_BY_ORDER, api -> RecordAnswers.list(api.recordsByOrder(body)));
    }
}
