package io.callport.kafka.contract;

import io.callport.callinfo.Call;
import io.callport.callinfo.CallRecord;
import io.callport.callinfo.CallState;
import io.callport.callinfo.Order;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.Task;
import io.callport.catalog.Events;
import io.callport.event.EventType;
import io.callport.query.VendorFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Data of each event, as an example and for checks. */
final class EventSamples {
    private static final Order ORDER =
            new Order("84a7c1", "8613800000000", "王", "s-1", "campaign-7", "t-1", true, "ticket-1");
    private static final Call CALL = new Call(
            "c-1",
            "8675500000000",
            "line-1",
            "1",
            new Call.Times(1_606_789_000L, 1_606_789_010L, 1_606_789_040L, 30L),
            "https://records.example.com/c-1.wav",
            "NORMAL_CLEARING",
            "200",
            List.of(new Call.Intent("i-1", "A", "interested", "1", VendorFields.NONE)),
            List.of(),
            null,
            List.of(),
            VendorFields.NONE);

    private static final Map<EventType<?>, Record> DATA = Map.of(
            Events.CALL,
            new OrderCall(ORDER, CALL, VendorFields.NONE),
            Events.ORDER,
            new OrderDetail(ORDER, List.of(CALL), VendorFields.NONE),
            Events.TASK,
            new Task(
                    "campaign-7",
                    "t-1",
                    "s-1",
                    "3",
                    1_606_788_000L,
                    new Task.Statistics(
                            70, 100, 100, new BigDecimal("1.00"), 70, 120, new BigDecimal("0.58"), VendorFields.NONE),
                    VendorFields.NONE),
            Events.RECORD,
            new CallRecord(
                    "b1920376-5e15-4f22-9996-6233f297685e",
                    "ORDER_ID",
                    null,
                    "2",
                    "85200000000",
                    "agent@example.com:5060",
                    new CallRecord.Agent("agent@example.com", null),
                    null,
                    null,
                    new CallRecord.Times(1_691_372_191_000L, null, null, null, 1_691_372_192_000L, 1_691_372_213_000L),
                    new CallRecord.Durations(null, null, 7L),
                    new CallRecord.Hangup(null, null, null),
                    null,
                    null,
                    null,
                    "转人工-成功",
                    "OTHER",
                    null,
                    VendorFields.NONE),
            Events.CALL_STATE,
            new CallState(
                    "8757e994f19040749c5b194faaf21c78",
                    "403344537650466816",
                    "ring",
                    1_620_455_977L,
                    "dialout",
                    "dialoutRing",
                    "17300000000",
                    "",
                    "01081400192",
                    "20001",
                    "坐席",
                    new VendorFields(Map.of("extras", ""))));

    private static final Map<String, String> ACCOUNTS = Map.of(
            "7moor", "7moor:2000103",
            "callbot", "callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR",
            "nxlink", "nxlink:fme2na3kdi3ki");

    private EventSamples() {}

    static Record data(EventType<?> type) {
        return DATA.get(type);
    }

    static String account(EventType<?> type) {
        return ACCOUNTS.get(type.vendor());
    }
}
