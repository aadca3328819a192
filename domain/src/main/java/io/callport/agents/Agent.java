package io.callport.agents;

import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent (座席), in one form for all vendors: 7moor's (developer.7moor.com/v7/agent-management) and NXLink's (NXCloud
 * wiki, NXCC-API-agentInfo). A component is {@code null} where the vendor sent nothing, or a value of another type,
 * which stays in {@code vendorFields}.
 *
 * @param id the vendor's id; 7moor's alone
 * @param name the name: 7moor's {@code agentName}, NXLink's nickname
 * @param userName the user name for logging in; NXLink's alone
 * @param agentNumber the agent's number (工号); 7moor's alone
 * @param sipNumber the SIP number
 * @param status the vendor's word, verbatim: enable, disable or lock at 7moor, 0 or 1 at NXLink
 * @param enabled whether the status lets the agent work: true for enable and 1, false for disable and 0
 * @param queues the queues that the agent serves
 * @param contact the agent's addresses, and its id in the CRM; 7moor's alone
 * @param setup the settings of the agent's work
 * @param vendorFields the other fields that the vendor sent
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
     * @param name the name of the queue
     * @param vendorFields the other fields that the vendor sent
     */
    public record QueueName(@Nullable String id, @Nullable String name, VendorFields vendorFields) {}

    /**
     * The addresses of an agent, and its id in the CRM.
     *
     * @param mobile the mobile number
     * @param email the e-mail address
     * @param crmId the user's id in the CRM
     */
    public record Contact(
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String crmId) {}

    /**
     * The settings of an agent's work.
     *
     * @param roles the agent's roles; 7moor's alone
     * @param displayNumbers the display numbers (外显号) that are bound to the agent; 7moor's alone
     * @param restTime the time of rest after a call, in a unit that is not documented; 7moor's alone
     * @param endPointName the device for calls; NXLink's alone
     * @param allowCountries the countries that the agent may call; NXLink's alone
     * @param recording whether the agent's calls are recorded; NXLink's alone
     * @param recordingStorageDays the days for which recordings are kept; NXLink's alone
     * @param createdAt the time of creation, verbatim, since the form is not documented; NXLink's alone
     * @param updatedAt the time of the last change, verbatim; NXLink's alone
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
