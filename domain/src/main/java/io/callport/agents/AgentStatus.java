package io.callport.agents;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long agents (座席) were in which state.
 *
 * @param agents as the vendor lists them; it documents one agent, and not whether alone or in a list
 * @param vendorFields what else the vendor sent
 */
public record AgentStatus(List<StateDurations> agents, VendorFields vendorFields) implements Answer {
    public AgentStatus {
        agents = List.copyOf(agents);
    }

    /**
     * How long an agent was in which state, in seconds.
     *
     * @param name its name, NXLink's nickname
     * @param userName its user name
     * @param sipNumber its SIP number
     * @param busyDuration busy
     * @param wrapupDuration working on after a call
     * @param idleDuration idle
     * @param callingDuration calling
     * @param ringingDuration ringing
     * @param meetingDuration in a meeting
     * @param eatingDuration at a meal
     * @param wcDuration in the lavatory
     * @param vendorFields what else the vendor sent; its table goes on beyond what could be read
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
