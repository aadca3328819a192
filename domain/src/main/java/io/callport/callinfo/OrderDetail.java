package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.util.List;

/**
 * An order with all of its calls.
 *
 * @param order the order
 * @param calls its calls, as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record OrderDetail(Order order, List<Call> calls, VendorFields vendorFields) {
    public OrderDetail {
        calls = List.copyOf(calls);
    }
}
