package io.callport.numberpool;

import io.callport.numberpool.SipNumber.Registration;
import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SIP numbers of an account, with the agents that have them.
 *
 * @param sipNumbers the SIP numbers, in the vendor's order
 * @param vendorFields the other fields that the vendor sent beside the list
 */
public record SipNumberList(List<RegisteredNumber> sipNumbers, VendorFields vendorFields) implements Answer {
    public SipNumberList {
        sipNumbers = List.copyOf(sipNumbers);
    }

    /**
     * A SIP number, as 7moor's SIP list describes it (developer.7moor.com/v7/sip-management). A component is
     * {@code null} where the vendor sent nothing, or a value of another type, which stays in {@code vendorFields}.
     *
     * @param id the vendor's id
     * @param number the SIP number
     * @param account the vendor's id of the owning account
     * @param agent the agent (座席) who has the number
     * @param registration the registration with the SIP server
     * @param vendorFields the other fields that the vendor sent
     */
    public record RegisteredNumber(
            @Nullable String id,
            @Nullable String number,
            @Nullable String account,
            @Nullable Holder agent,
            Registration registration,
            VendorFields vendorFields) {}

    /**
     * The agent who has a SIP number.
     *
     * @param id the vendor's id
     * @param name the name of the agent
     * @param number the agent's number (工号)
     * @param vendorFields the other fields that the vendor sent
     */
    public record Holder(
            @Nullable String id,
            @Nullable String name,
            @Nullable String number,
            VendorFields vendorFields) {}
}
