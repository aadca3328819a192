package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * One page of a task's calls (NXCloud wiki, callList). The vendor's answer could not be read: its one list of objects,
 * under whatever name, is taken for the calls, whose fields are known from other pages; anything else, such as the
 * total number, is in {@code vendorFields}.
 *
 * @param page the number of the page, from 1
 * @param calls the calls, each with its order
 * @param vendorFields the other fields that the vendor sent
 */
public record CallPage(int page, List<OrderCall> calls, VendorFields vendorFields) implements Answer {
    public CallPage {
        calls = List.copyOf(calls);
    }
}
