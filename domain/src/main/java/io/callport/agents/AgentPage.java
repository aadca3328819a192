package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of agents (座席).
 *
 * @param page the number of the page, from 1
 * @param total the number on all pages together, if the vendor sends it
 * @param agents the agents, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record AgentPage(int page, @Nullable Integer total, List<Agent> agents, VendorFields vendorFields)
        implements Answer {
    public AgentPage {
        agents = List.copyOf(agents);
    }
}
