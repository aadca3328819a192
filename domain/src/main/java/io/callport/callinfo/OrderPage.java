package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * One page of a task's orders (NXCloud wiki, orderList). The vendor's answer could not be read: its one list of objects, under
 * whatever name, is taken for the orders, whose fields are known from other pages; anything else, such as how many there are,
 * is in {@code vendorFields}.
 *
 * @param page which page it is
 * @param orders each with its last call
 * @param vendorFields what else the vendor sent
 */
public record OrderPage(int page, List<OrderCall> orders, VendorFields vendorFields) implements Answer {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
