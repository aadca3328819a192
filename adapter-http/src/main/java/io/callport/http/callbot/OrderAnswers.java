package io.callport.http.callbot;

import io.callport.callinfo.CallBatch;
import io.callport.callinfo.CallPage;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.OrderDetailList;
import io.callport.callinfo.OrderPage;
import io.callport.callinfo.OrdersQuery;
import io.callport.http.reply.Reply;
import io.callport.vendor.callbot.OrderMapper;
import io.callport.vendor.json.FieldReader;
import java.util.List;

/** Maps answers about orders and their calls. */
final class OrderAnswers {
    private OrderAnswers() {}

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
}
