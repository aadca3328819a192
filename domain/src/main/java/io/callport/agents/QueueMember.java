package io.callport.agents;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * An agent (座席) of a queue, in one form for all vendors.
 *
 * @param id the vendor's id of the agent; 7moor's alone
 * @param name its name: 7moor's {@code agentName}, NXLink's nickname
 * @param agentNumber its number (工号); 7moor's alone
 * @param userName what it logs in with; NXLink's alone
 * @param sipNumber its SIP number; NXLink's alone
 * @param weight its weight in the queue; 7moor's alone
 * @param vendorFields what else the vendor sent
 */
public record QueueMember(
        @Nullable String id,
        @Nullable String name,
        @Nullable String agentNumber,
        @Nullable String userName,
        @Nullable String sipNumber,
        @Nullable Integer weight,
        VendorFields vendorFields) {}
