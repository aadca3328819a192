package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * Orders with all of their calls.
 *
 * @param orders the orders, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record OrderDetailList(List<OrderDetail> orders, VendorFields vendorFields) implements Answer {
    public OrderDetailList {
        orders = List.copyOf(orders);
    }
}
