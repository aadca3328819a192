package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a task's newest batch (NXCloud wiki, batchExportCall).
 *
 * @param batchId the vendor's id of the batch
 * @param totalCount the number of calls, as the vendor counts them
 * @param calls the calls, each with its order
 * @param vendorFields the other fields that the vendor sent
 */
public record CallBatch(
        @Nullable String batchId, @Nullable Integer totalCount, List<OrderCall> calls, VendorFields vendorFields)
        implements Answer {
    public CallBatch {
        calls = List.copyOf(calls);
    }
}
