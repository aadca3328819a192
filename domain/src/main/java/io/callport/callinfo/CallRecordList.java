package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * The records of an order's calls.
 *
 * @param records the records, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record CallRecordList(List<CallRecord> records, VendorFields vendorFields) implements Answer {
    public CallRecordList {
        records = List.copyOf(records);
    }
}
