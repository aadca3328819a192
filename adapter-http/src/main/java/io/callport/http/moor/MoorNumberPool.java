package io.callport.http.moor;

import io.callport.account.Account;
import io.callport.http.vendor.VendorApis;
import io.callport.numberpool.Groups;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumberPoolPort;
import io.callport.numberpool.Numbers;

/** Asks 7moor for an account's number pool (号码池管理). */
final class MoorNumberPool implements NumberPoolPort {
    private final VendorApis<MoorApi> apis;

    MoorNumberPool(VendorApis<MoorApi> apis) {
        this.apis = apis;
    }

    @Override
    public NumberPool numbers(Account account, Numbers query) {
        return apis.ask(account, MoorApi.NUMBERS, api -> NumberReplies.numbers(api.numbers()));
    }

    @Override
    public NumberGroups groups(Account account, Groups query) {
        return apis.ask(account, MoorApi.GROUPS, api -> NumberReplies.groups(api.groups()));
    }
}
