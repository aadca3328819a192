package io.callport.http.nxlink;

import io.callport.callinfo.CallRecord;
import io.callport.callinfo.CallRecordList;
import io.callport.callinfo.CallRecordPage;
import io.callport.callinfo.RecordsQuery;
import io.callport.http.reply.Reply;
import io.callport.vendor.json.FieldReader;
import io.callport.vendor.nxlink.RecordMapper;
import java.util.List;

/** Maps answers about the records of calls. */
final class RecordAnswers {
    private RecordAnswers() {}

    static CallRecordPage page(RecordsQuery query, Reply reply) {
        List<CallRecord> records = reply.list("data", RecordMapper::callRecord);
        FieldReader fields = NxlinkEnvelope.besideData(reply);
        return new CallRecordPage(query.page(), fields.count("total"), records, fields.rest());
    }

    static CallRecordList list(Reply reply) {
        List<CallRecord> records = reply.list("data", RecordMapper::callRecord);
        return new CallRecordList(records, NxlinkEnvelope.besideData(reply).rest());
    }
}
