package io.callport.vendor.callbot;

import io.callport.callinfo.Call;
import io.callport.callinfo.Order;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.vendor.json.FieldReader;
import java.util.List;

/**
 * Maps orders and their calls, field by field as the wiki's pages orderDetailList, batchExportCall and callCallback
 * list them.
 */
public final class OrderMapper {
    private static final String CALLS_OF_ORDER = "callInfoDetailList";
    private static final String CALL_OF_ORDER = "callInfoDetail";

    private OrderMapper() {}

    /** An order with its calls. */
    public static OrderDetail orderDetail(FieldReader fields) {
        Order order = order(fields);
        return new OrderDetail(order, fields.objects(CALLS_OF_ORDER, CallMapper::call), fields.rest());
    }

    /**
     * An order and its call, side by side as in batchExportCall, or the call in an object of its own as in
     * callCallback.
     */
    public static OrderCall orderCall(FieldReader fields) {
        Order order = order(fields);
        Call nested = fields.object(CALL_OF_ORDER, CallMapper::call);
        Call call = nested == null ? CallMapper.callBesideOthers(fields) : nested;
        return new OrderCall(order, call, fields.rest());
    }

    /** A complete order with the one call of orderCallback, which stands in an object of its own. */
    public static OrderDetail completedOrder(FieldReader fields) {
        Order order = order(fields);
        Call call = fields.object(CALL_OF_ORDER, CallMapper::call);
        List<Call> calls = call == null ? List.of() : List.of(call);
        return new OrderDetail(order, calls, fields.rest());
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
