package io.callport.catalog;

import io.callport.callinfo.CallRecord;
import io.callport.callinfo.CallState;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.Task;
import io.callport.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of all events that vendors push. A new event is a constant here and its place in {@link #ALL}. */
public final class Events {
    /** A call of an order has ended. */
    public static final EventType<OrderCall> CALL = new EventType<>(
            "call-info.call",
            "callbot",
            "a call has ended",
            OrderCall.class,
            call -> call.order().orderId());

    /** An order is complete. */
    public static final EventType<OrderDetail> ORDER = new EventType<>(
            "call-info.order",
            "callbot",
            "an order is complete, with all of its calls",
            OrderDetail.class,
            order -> order.order().orderId());

    /** A task has changed its status. */
    public static final EventType<Task> TASK =
            new EventType<>("call-info.task", "callbot", "a task has changed its status", Task.class, Task::taskId);

    /** The record of a manual call is there. */
    public static final EventType<CallRecord> RECORD = new EventType<>(
            "call-info.record", "nxlink", "the record of a manual call (话单)", CallRecord.class, CallRecord::callId);

    /** A phone call has entered a state. */
    public static final EventType<CallState> CALL_STATE = new EventType<>(
            "call-info.call-state", "7moor", "a call has entered a state", CallState.class, CallState::callId);

    /** All events, in the order in which they are shown to people. */
    public static final List<EventType<?>> ALL = List.of(CALL, ORDER, TASK, RECORD, CALL_STATE);

    private static final Map<String, EventType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private Events() {}

    /** The event of that name, if there is one. */
    public static Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
