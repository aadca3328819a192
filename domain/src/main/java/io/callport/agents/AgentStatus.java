package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that agents (座席) spent in each state.
 *
 * @param agents the agents, in the vendor's order; the vendor documents one agent, and not whether alone or in a list
 * @param vendorFields the other fields that the vendor sent
 */
public record AgentStatus(List<StateDurations> agents, VendorFields vendorFields) implements Answer {
    public AgentStatus {
        agents = List.copyOf(agents);
    }

    /**
     * The time that an agent spent in each state, in seconds.
     *
     * @param name the agent's name, NXLink's nickname
     * @param userName the agent's user name
     * @param sipNumber the agent's SIP number
     * @param busyDuration the time spent busy
     * @param wrapupDuration the time of work after calls
     * @param idleDuration the time spent idle
     * @param callingDuration the time spent calling
     * @param ringingDuration the time spent ringing
     * @param meetingDuration the time spent in meetings
     * @param eatingDuration the time spent at meals
     * @param wcDuration the time spent in the lavatory
     * @param vendorFields the other fields that the vendor sent; its table goes on beyond the part that could be read
     */
    public record StateDurations(
            @Nullable String name,
            @Nullable String userName,
            @Nullable String sipNumber,
            @Nullable Long busyDuration,
            @Nullable Long wrapupDuration,
            @Nullable Long idleDuration,
            @Nullable Long callingDuration,
            @Nullable Long ringingDuration,
            @Nullable Long meetingDuration,
            @Nullable Long eatingDuration,
            @Nullable Long wcDuration,
            VendorFields vendorFields) {}
}
