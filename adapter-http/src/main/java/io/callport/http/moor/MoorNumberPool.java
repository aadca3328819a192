package io.callport.http.moor;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.http.json.RequestBody;
import io.callport.http.vendor.VendorApis;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumberPoolPort;
import io.callport.numberpool.NumbersQuery;
import io.callport.numberpool.SipNumberList;
import io.callport.numberpool.SipNumbersQuery;

/** Asks 7moor for an account's number pool (号码池管理). */
final class MoorNumberPool implements NumberPoolPort {
    private final VendorApis<MoorApi> apis;

    MoorNumberPool(VendorApis<MoorApi> apis) {
        this.apis = apis;
    }

    @Override
    public NumberPool numbers(Account account, NumbersQuery query) {
        return apis.ask(account, MoorApi.NUMBERS, api -> NumberMapper.numbers(api.numbers()));
    }

    @Override
    public NumberGroups groups(Account account, NumberGroupsQuery query) {
        return apis.ask(account, MoorApi.GROUPS, api -> NumberMapper.groups(api.groups()));
    }

    @Override
    public SipNumberList sipNumbers(Account account, SipNumbersQuery query) {
        JsonNode body = new RequestBody()
                .put("number", query.number())
                .put("registerStatuses", query.registerStatuses())
                .json();
        return apis.ask(account, MoorApi.SIP_NUMBERS, api -> NumberMapper.sipNumbers(api.sipNumbers(body)));
    }
}
