package io.callport.http.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LatestBatchQuery;
import io.callport.callinfo.LookupQuery;
import io.callport.callinfo.NumberRange;
import io.callport.callinfo.OrderDetailsQuery;
import io.callport.callinfo.OrdersQuery;
import io.callport.callinfo.TasksQuery;
import io.callport.http.json.RequestBody;
import org.jspecify.annotations.Nullable;

/** The bodies of Callbot's requests, field by field as the wiki's pages list them. */
final class CallbotRequests {
    private CallbotRequests() {}

    static JsonNode lookup(LookupQuery query) {
        return new RequestBody()
                .put("customerId", query.customerId())
                .put("appKey", query.appKey())
                .put("status", query.status())
                .json();
    }

    static JsonNode tasks(TasksQuery query) {
        TasksQuery.Conditions conditions = query.queryConditions();
        RequestBody body = new RequestBody()
                .put("taskStatus", conditions.taskStatus())
                .put("taskName", conditions.taskName())
                .put("sceneID", conditions.sceneId())
                .put("userTaskID", conditions.userTaskId())
                .put("startTs", conditions.startTs())
                .put("endTs", conditions.endTs());
        return product()
                .put("page", query.page())
                .put("size", query.size())
                .put("queryConditions", body)
                .json();
    }

    static JsonNode calls(CallsQuery query) {
        CallsQuery.Options options = query.options();
        RequestBody body = new RequestBody()
                .put("callID", options.callId())
                .put("intentID", options.intentId())
                .put("intentName", options.intentName())
                .put("intentTag", options.intentTag())
                .put("intentLevel", options.intentLevel())
                .put("turnTime", between(options.turnTime()))
                .put("callDuration", between(options.callDuration()))
                .put("callStatus", options.callStatus())
                .put("startTs", options.startTs())
                .put("endTs", options.endTs());
        return product(query.userTaskId())
                .put("options", body)
                .put("page", query.page())
                .put("size", query.size())
                .json();
    }

    static JsonNode orders(OrdersQuery query) {
        OrdersQuery.Options options = query.options();
        RequestBody body = new RequestBody()
                .put("orderID", options.orderId())
                .put("intentID", options.intentId())
                .put("intentName", options.intentName())
                .put("intentTag", options.intentTag())
                .put("intentLevel", options.intentLevel())
                .put("finish", options.finish())
                .put("turnTime", between(options.turnTime()))
                .put("callDuration", between(options.callDuration()))
                .put("callStatus", options.callStatus());
        return product(query.userTaskId())
                .put("options", body)
                .put("page", query.page())
                .put("size", query.size())
                .json();
    }

    static JsonNode orderDetails(OrderDetailsQuery query) {
        return product(query.userTaskId()).put("orderList", query.orderList()).json();
    }

    static JsonNode latestBatch(LatestBatchQuery query) {
        return product(query.userTaskId()).json();
    }

    private static RequestBody product(String userTaskId) {
        return product().put("userTaskID", userTaskId);
    }

    /** The product that every page fixes. */
    private static RequestBody product() {
        return new RequestBody().put("productID", "callbot");
    }

    private static @Nullable RequestBody between(@Nullable NumberRange range) {
        return range == null
                ? null
                : new RequestBody().put("gt", range.gt()).put("lt", range.lt()).put("enable", range.enable());
    }
}
