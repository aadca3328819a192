package io.callport.vendor.moor;

import io.callport.callinfo.CallState;
import io.callport.vendor.json.FieldReader;

/** Maps the state of a call, field by field as 7moor's page on event push (事件推送) lists them. */
public final class CallStateMapper {
    private CallStateMapper() {}

    /** A state that a call has entered. */
    public static CallState callState(FieldReader fields) {
        return new CallState(
                fields.text("eventUniqueId"),
                fields.text("callUniqueId"),
                fields.text("callEvent"),
                fields.number("statusTime"),
                fields.text("callType"),
                fields.text("pushType"),
                fields.text("customerNumber"),
                fields.text("trunkNumber"),
                fields.text("displayNumber"),
                fields.text("agentNumber"),
                fields.text("agentName"),
                fields.rest());
    }
}
