package io.callport.vendor.nxlink;

import io.callport.callinfo.CallRecord;
import io.callport.vendor.json.FieldReader;

/** Maps the records of calls, field by field as the wiki's page NXCC-API-CDR-Query lists them. */
public final class RecordMapper {
    private RecordMapper() {}

    /** A record of a call. */
    public static CallRecord callRecord(FieldReader fields) {
        return new CallRecord(
                fields.text("callId"),
                fields.text("orderId"),
                fields.text("taskId"),
                fields.text("direction"),
                fields.text("caller"),
                fields.text("callee"),
                new CallRecord.Agent(fields.text("agentName"), fields.text("agentNickName")),
                fields.flag("answered"),
                fields.text("callStatus"),
                times(fields),
                durations(fields),
                hangup(fields),
                fields.text("recordUrl"),
                fields.text("leaveMsgUrl"),
                fields.text("dtmfKeys"),
                fields.text("intent"),
                fields.text("other"),
                fields.decimal("totalCustomerPrice"),
                fields.rest());
    }

    private static CallRecord.Times times(FieldReader fields) {
        return new CallRecord.Times(
                fields.number("startTime"),
                fields.number("inQueueTime"),
                fields.number("outQueueTime"),
                fields.number("ringTime"),
                fields.number("answerTime"),
                fields.number("endTime"));
    }

    private static CallRecord.Durations durations(FieldReader fields) {
        return new CallRecord.Durations(
                fields.number("queueDuration"), fields.number("ringDuration"), fields.number("callDuration"));
    }

    private static CallRecord.Hangup hangup(FieldReader fields) {
        return new CallRecord.Hangup(fields.text("hangupBy"), fields.text("hangupCode"), fields.text("hangupReason"));
    }
}
