package io.callport.callinfo;

import io.callport.query.VendorFields;

/**
 * One call of an order.
 *
 * @param order the order
 * @param call the call
 * @param vendorFields the other fields that the vendor sent
 */
public record OrderCall(Order order, Call call, VendorFields vendorFields) {}
