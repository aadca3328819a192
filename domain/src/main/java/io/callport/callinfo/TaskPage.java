package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * One page of tasks. How many there are was not found documented; if the vendor tells, it is in {@code vendorFields}.
 *
 * @param page which page it is
 * @param tasks as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record TaskPage(int page, List<Task> tasks, VendorFields vendorFields) implements Answer {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
