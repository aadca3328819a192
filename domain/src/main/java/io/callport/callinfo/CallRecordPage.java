package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records of manual calls.
 *
 * @param page the number of the page, from 1
 * @param total the number on all pages together, if the vendor sends it
 * @param records the records, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record CallRecordPage(int page, @Nullable Integer total, List<CallRecord> records, VendorFields vendorFields)
        implements Answer {
    public CallRecordPage {
        records = List.copyOf(records);
    }
}
