package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * One page of a task's orders (NXCloud wiki, orderList). The vendor's answer could not be read: its one list of
 * objects, under whatever name, is taken for the orders, whose fields are known from other pages; anything else, such
 * as the total number, is in {@code vendorFields}.
 *
 * @param page the number of the page, from 1
 * @param orders the orders, each with its last call
 * @param vendorFields the other fields that the vendor sent
 */
public record OrderPage(int page, List<OrderCall> orders, VendorFields vendorFields) implements Answer {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
