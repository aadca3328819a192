package io.callport.http.callbot;

import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.Calls;
import io.callport.callinfo.LatestBatch;
import io.callport.callinfo.Lookup;
import io.callport.callinfo.OrderDetails;
import io.callport.callinfo.Orders;
import io.callport.callinfo.Tasks;
import io.callport.callinfo.order.CallBatch;
import io.callport.callinfo.order.CallPage;
import io.callport.callinfo.order.OrderDetailList;
import io.callport.callinfo.order.OrderPage;
import io.callport.callinfo.task.TaskPage;
import io.callport.http.vendor.VendorApis;

/** Asks Callbot for tasks, orders and calls. */
final class CallbotCallInfo implements CallInfoPort {
    private final VendorApis<CallbotApi> apis;

    CallbotCallInfo(VendorApis<CallbotApi> apis) {
        this.apis = apis;
    }

    @Override
    public CallInfo lookup(Account account, Lookup query) {
        var body = CallbotRequests.lookup(query);
        return apis.ask(account, CallbotApi.CALL_INFO, api -> {
            var reply = api.callInfo(body);
            return new CallInfo(CallbotEnvelope.content(reply).rest());
        });
    }

    @Override
    public TaskPage tasks(Account account, Tasks query) {
        var body = CallbotRequests.tasks(query);
        return apis.ask(account, CallbotApi.TASKS, api -> TaskReplies.tasks(query, api.tasks(body)));
    }

    @Override
    public CallPage calls(Account account, Calls query) {
        var body = CallbotRequests.calls(query);
        return apis.ask(account, CallbotApi.CALLS, api -> OrderReplies.calls(query, api.calls(body)));
    }

    @Override
    public OrderPage orders(Account account, Orders query) {
        var body = CallbotRequests.orders(query);
        return apis.ask(account, CallbotApi.ORDERS, api -> OrderReplies.orders(query, api.orders(body)));
    }

    @Override
    public OrderDetailList orderDetails(Account account, OrderDetails query) {
        var body = CallbotRequests.orderDetails(query);
        return apis.ask(account, CallbotApi.ORDER_DETAILS, api -> OrderReplies.orderDetails(api.orderDetails(body)));
    }

    @Override
    public CallBatch latestBatch(Account account, LatestBatch query) {
        var body = CallbotRequests.latestBatch(query);
        return apis.ask(account, CallbotApi.LATEST_BATCH, api -> OrderReplies.latestBatch(api.latestBatch(body)));
    }
}
