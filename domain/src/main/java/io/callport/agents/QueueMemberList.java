package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * The agents (座席) of a queue.
 *
 * @param members the agents, in the vendor's order
 * @param vendorFields the other fields that the vendor sent
 */
public record QueueMemberList(List<QueueMember> members, VendorFields vendorFields) implements Answer {
    public QueueMemberList {
        members = List.copyOf(members);
    }
}
