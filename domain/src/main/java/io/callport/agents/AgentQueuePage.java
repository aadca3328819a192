package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of queues.
 *
 * @param page which page it is
 * @param total how many there are over all pages, if the vendor tells
 * @param queues as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record AgentQueuePage(int page, @Nullable Integer total, List<AgentQueue> queues, VendorFields vendorFields)
        implements Answer {
    public AgentQueuePage {
        queues = List.copyOf(queues);
    }
}
