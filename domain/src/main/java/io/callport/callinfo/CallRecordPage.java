package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records of manual calls.
 *
 * @param page which page it is
 * @param total how many there are over all pages, if the vendor tells
 * @param records as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record CallRecordPage(int page, @Nullable Integer total, List<CallRecord> records, VendorFields vendorFields)
        implements Answer {
    public CallRecordPage {
        records = List.copyOf(records);
    }
}
