package io.callport.http.callbot;

import io.callport.account.Account;
import io.callport.callinfo.CallBatch;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.CallPage;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LatestBatchQuery;
import io.callport.callinfo.LookupQuery;
import io.callport.callinfo.OrderDetailList;
import io.callport.callinfo.OrderDetailsQuery;
import io.callport.callinfo.OrderPage;
import io.callport.callinfo.OrdersQuery;
import io.callport.callinfo.TaskPage;
import io.callport.callinfo.TasksQuery;
import io.callport.http.vendor.VendorApis;

/** Asks Callbot for tasks, orders and calls. */
final class CallbotCallInfo implements CallInfoPort {
    private final VendorApis<CallbotApi> apis;

    CallbotCallInfo(VendorApis<CallbotApi> apis) {
        this.apis = apis;
    }

    @Override
    public CallInfo lookup(Account account, LookupQuery query) {
        var body = CallbotRequests.lookup(query);
        return apis.ask(account, CallbotApi.CALL_INFO, api -> {
            var reply = api.callInfo(body);
            return new CallInfo(CallbotEnvelope.content(reply).rest());
        });
    }

    @Override
    public TaskPage tasks(Account account, TasksQuery query) {
        var body = CallbotRequests.tasks(query);
        return apis.ask(account, CallbotApi.TASKS, api -> TaskAnswers.tasks(query, api.tasks(body)));
    }

    @Override
    public CallPage calls(Account account, CallsQuery query) {
        var body = CallbotRequests.calls(query);
        return apis.ask(account, CallbotApi.CALLS, api -> OrderAnswers.calls(query, api.calls(body)));
    }

    @Override
    public OrderPage orders(Account account, OrdersQuery query) {
        var body = CallbotRequests.orders(query);
        return apis.ask(account, CallbotApi.ORDERS, api -> OrderAnswers.orders(query, api.orders(body)));
    }

    @Override
    public OrderDetailList orderDetails(Account account, OrderDetailsQuery query) {
        var body = CallbotRequests.orderDetails(query);
        return apis.ask(account, CallbotApi.ORDER_DETAILS, api -> OrderAnswers.orderDetails(api.orderDetails(body)));
    }

    @Override
    public CallBatch latestBatch(Account account, LatestBatchQuery query) {
        var body = CallbotRequests.latestBatch(query);
        return apis.ask(account, CallbotApi.LATEST_BATCH, api -> OrderAnswers.latestBatch(api.latestBatch(body)));
    }
}
