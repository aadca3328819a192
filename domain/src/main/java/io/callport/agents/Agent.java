package io.callport.agents;

import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent (座席), in one form for all vendors: 7moor's (developer.7moor.com/v7/agent-management) and NXLink's (NXCloud wiki,
 * NXCC-API-agentInfo). A component is {@code null} where the vendor sent nothing, or nothing that reads as its type; what did
 * not read stays in {@code vendorFields}.
 *
 * @param id the vendor's id; 7moor's alone
 * @param name its name: 7moor's {@code agentName}, NXLink's nickname
 * @param userName what it logs in with; NXLink's alone
 * @param agentNumber its number (工号); 7moor's alone
 * @param sipNumber its SIP number
 * @param status the vendor's word, verbatim: enable, disable or lock at 7moor, 0 or 1 at NXLink
 * @param enabled whether that means that it may work: true for enable and 1, false for disable and 0
 * @param queues the queues that it serves
 * @param contact how to reach it, and who it is elsewhere; 7moor's alone
 * @param setup how its work is set up
 * @param vendorFields what else the vendor sent
 */
public record Agent(
        @Nullable String id,
        @Nullable String name,
        @Nullable String userName,
        @Nullable String agentNumber,
        @Nullable String sipNumber,
        @Nullable String status,
        @Nullable Boolean enabled,
        List<QueueName> queues,
        Contact contact,
        Setup setup,
        VendorFields vendorFields) {
    public Agent {
        queues = List.copyOf(queues);
    }

    /**
     * A queue by its name.
     *
     * @param id the vendor's id; 7moor's alone
     * @param name its name
     * @param vendorFields what else the vendor sent
     */
    public record QueueName(@Nullable String id, @Nullable String name, VendorFields vendorFields) {}

    /**
     * How to reach an agent, and who it is elsewhere.
     *
     * @param mobile the mobile number
     * @param email the address
     * @param crmId the user's id
     */
    public record Contact(
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String crmId) {}

    /**
     * How an agent's work is set up.
     *
     * @param roles its roles; 7moor's alone
     * @param displayNumbers the display numbers (外显号) that are bound to it; 7moor's alone
     * @param restTime the time after a call; 7moor's alone, its unit is not documented
     * @param endPointName what it calls with; NXLink's alone
     * @param allowCountries where it may call; NXLink's alone
     * @param recording whether its calls are recorded; NXLink's alone
     * @param recordingStorageDays how many days records are kept; NXLink's alone
     * @param createdAt when it was made, verbatim, since the form is not documented; NXLink's alone
     * @param updatedAt when it last changed, likewise
     */
    public record Setup(
            List<String> roles,
            List<String> displayNumbers,
            @Nullable String restTime,
            @Nullable String endPointName,
            List<String> allowCountries,
            @Nullable Boolean recording,
            @Nullable Integer recordingStorageDays,
            @Nullable String createdAt,
            @Nullable String updatedAt) {
        public Setup {
            roles = List.copyOf(roles);
            displayNumbers = List.copyOf(displayNumbers);
            allowCountries = List.copyOf(allowCountries);
        }
    }
}
