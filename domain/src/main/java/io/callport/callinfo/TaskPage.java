package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * One page of tasks. Their total number is not documented; if the vendor sends it, it is in {@code vendorFields}.
 *
 * @param page the number of the page, from 1
 * @param tasks the tasks, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record TaskPage(int page, List<Task> tasks, VendorFields vendorFields) implements Answer {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
