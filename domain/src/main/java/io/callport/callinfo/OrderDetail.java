package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.util.List;

/**
 * An order with all of its calls.
 *
 * @param order the order
 * @param calls the order's calls, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record OrderDetail(Order order, List<Call> calls, VendorFields vendorFields) {
    public OrderDetail {
        calls = List.copyOf(calls);
    }
}
