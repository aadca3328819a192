package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * The records of an order's calls.
 *
 * @param records as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record CallRecordList(List<CallRecord> records, VendorFields vendorFields) implements Answer {
    public CallRecordList {
        records = List.copyOf(records);
    }
}
