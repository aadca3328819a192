package io.callport.http.callbot;

import io.callport.callinfo.Call;
import io.callport.callinfo.CallBatch;
import io.callport.callinfo.CallPage;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.Order;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.OrderDetailList;
import io.callport.callinfo.OrderPage;
import io.callport.callinfo.OrdersQuery;
import io.callport.http.json.FieldReader;
import io.callport.http.reply.Reply;
import java.util.List;

/**
 * Maps answers about orders and their calls, field by field as the wiki's pages orderDetailList, batchExportCall and
 * callCallback list them.
 */
final class OrderMapper {
    private static final String CALLS_OF_ORDER = "callInfoDetailList";
    private static final String CALL_OF_ORDER = "callInfoDetail";

    private OrderMapper() {}

    static OrderDetailList orderDetails(Reply reply) {
        List<OrderDetail> orders = reply.list("orderDetailList", OrderMapper::orderDetail);
        FieldReader fields = CallbotEnvelope.content(reply);
        fields.drop("orderDetailList");
        return new OrderDetailList(orders, fields.rest());
    }

    static CallBatch latestBatch(Reply reply) {
        List<OrderCall> calls = reply.list("callList", OrderMapper::orderCall);
        FieldReader fields = CallbotEnvelope.content(reply);
        fields.drop("callList");
        return new CallBatch(fields.text("batchID"), fields.count("totalCount"), calls, fields.rest());
    }

    static CallPage calls(CallsQuery query, Reply reply) {
        FieldReader fields = CallbotEnvelope.content(reply);
        return new CallPage(query.page(), fields.onlyObjects(OrderMapper::orderCall), fields.rest());
    }

    static OrderPage orders(OrdersQuery query, Reply reply) {
        FieldReader fields = CallbotEnvelope.content(reply);
        return new OrderPage(query.page(), fields.onlyObjects(OrderMapper::orderCall), fields.rest());
    }

    private static OrderDetail orderDetail(FieldReader fields) {
        Order order = order(fields);
        return new OrderDetail(order, fields.objects(CALLS_OF_ORDER, CallMapper::call), fields.rest());
    }

    /**
     * An order and its call, side by side as in batchExportCall, or the call in an object of its own as in
     * callCallback.
     */
    private static OrderCall orderCall(FieldReader fields) {
        Order order = order(fields);
        Call nested = fields.object(CALL_OF_ORDER, CallMapper::call);
        Call call = nested == null ? CallMapper.callBesideOthers(fields) : nested;
        return new OrderCall(order, call, fields.rest());
    }

    private static Order order(FieldReader fields) {
        return new Order(
                fields.text("orderID"),
                fields.text("userPhone"),
                fields.text("userName"),
                fields.text("sceneID"),
                fields.text("userTaskID"),
                fields.text("taskID"),
                fields.flag("finish"),
                fields.text("other"));
    }
}
