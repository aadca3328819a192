package io.callport.http.nxlink;

import io.callport.callinfo.Records;
import io.callport.callinfo.record.CallRecord;
import io.callport.callinfo.record.RecordAgent;
import io.callport.callinfo.record.RecordDurations;
import io.callport.callinfo.record.RecordHangup;
import io.callport.callinfo.record.RecordList;
import io.callport.callinfo.record.RecordPage;
import io.callport.callinfo.record.RecordTimes;
import io.callport.http.json.Fields;
import io.callport.http.reply.Reply;
import java.util.List;

/** Reads the records of calls, field by field as the wiki's page NXCC-API-CDR-Query lists them. */
final class RecordReplies {
    private RecordReplies() {}

    static RecordPage page(Records query, Reply reply) {
        List<CallRecord> records = reply.list("data", RecordReplies::callRecord);
        Fields fields = NxlinkEnvelope.besideData(reply);
        return new RecordPage(query.page(), fields.count("total"), records, fields.rest());
    }

    static RecordList list(Reply reply) {
        List<CallRecord> records = reply.list("data", RecordReplies::callRecord);
        return new RecordList(records, NxlinkEnvelope.besideData(reply).rest());
    }

    private static CallRecord callRecord(Fields fields) {
        return new CallRecord(
                fields.text("callId"),
                fields.text("orderId"),
                fields.text("taskId"),
                fields.text("direction"),
                fields.text("caller"),
                fields.text("callee"),
                new RecordAgent(fields.text("agentName"), fields.text("agentNickName")),
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

    private static RecordTimes times(Fields fields) {
        return new RecordTimes(
                fields.number("startTime"),
                fields.number("inQueueTime"),
                fields.number("outQueueTime"),
                fields.number("ringTime"),
                fields.number("answerTime"),
                fields.number("endTime"));
    }

    private static RecordDurations durations(Fields fields) {
        return new RecordDurations(
                fields.number("queueDuration"), fields.number("ringDuration"), fields.number("callDuration"));
    }

    private static RecordHangup hangup(Fields fields) {
        return new RecordHangup(fields.text("hangupBy"), fields.text("hangupCode"), fields.text("hangupReason"));
    }
}
