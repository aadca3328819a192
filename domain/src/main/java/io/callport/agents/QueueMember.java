package io.callport.agents;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * An agent (座席) of a queue, in one form for all vendors.
 *
 * @param id the vendor's id of the agent; 7moor's alone
 * @param name the agent's name: 7moor's {@code agentName}, NXLink's nickname
 * @param agentNumber the agent's number (工号); 7moor's alone
 * @param userName the user name for logging in; NXLink's alone
 * @param sipNumber the agent's SIP number; NXLink's alone
 * @param weight the agent's weight in the queue; 7moor's alone
 * @param vendorFields the other fields that the vendor sent
 */
public record QueueMember(
        @Nullable String id,
        @Nullable String name,
        @Nullable String agentNumber,
        @Nullable String userName,
        @Nullable String sipNumber,
        @Nullable Integer weight,
        VendorFields vendorFields) {}
