package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of queues.
 *
 * @param page the number of the page, from 1
 * @param total the number on all pages together, if the vendor sends it
 * @param queues the queues, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record AgentQueuePage(int page, @Nullable Integer total, List<AgentQueue> queues, VendorFields vendorFields)
        implements Answer {
    public AgentQueuePage {
        queues = List.copyOf(queues);
    }
}
