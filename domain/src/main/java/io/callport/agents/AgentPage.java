package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of agents (座席).
 *
 * @param page which page it is
 * @param total how many there are over all pages, if the vendor tells
 * @param agents as the vendor lists them
 * @param vendorFields what else the vendor sent
 */
public record AgentPage(int page, @Nullable Integer total, List<Agent> agents, VendorFields vendorFields)
        implements Answer {
    public AgentPage {
        agents = List.copyOf(agents);
    }
}
