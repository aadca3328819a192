package io.callport.numberpool;

import io.callport.account.Secret;
import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SIP number, as 7moor describes it (developer.7moor.com/v7/number-management). A component is {@code null} where the
 * vendor sent nothing, or a value of another type, which stays in {@code vendorFields}.
 *
 * @param id the vendor's id
 * @param number the SIP number
 * @param account the vendor's id of the owning account
 * @param agentId the id of the agent (座席) who has the number
 * @param enabled whether the number may be used
 * @param deleted whether the number was deleted
 * @param nat whether the phone is behind a NAT
 * @param webRtc whether the number is for WebRTC
 * @param busyReplyCode the SIP status of a busy number; the vendor's default is 486
 * @param codecs the voice codecs, verbatim
 * @param password the SIP password, which the vendor sends in clear
 * @param registration the registration with the SIP server
 * @param changes the users who made and changed it, with times
 * @param vendorFields the other fields that the vendor sent
 */
public record SipNumber(
        @Nullable String id,
        @Nullable String number,
        @Nullable String account,
        @Nullable String agentId,
        @Nullable Boolean enabled,
        @Nullable Boolean deleted,
        @Nullable Boolean nat,
        @Nullable Boolean webRtc,
        @Nullable String busyReplyCode,
        List<String> codecs,
        @Nullable Secret password,
        Registration registration,
        Changes changes,
        VendorFields vendorFields) {
    public SipNumber {
        codecs = List.copyOf(codecs);
    }

    /**
     * The registration of a SIP number.
     *
     * @param registered whether the number is registered now
     * @param at the time of the registration, in the vendor's unstated time zone
     * @param device the device that registered
     * @param clientUrl the client's registration address
     * @param serverUrl the server's registration address
     */
    public record Registration(
            @Nullable Boolean registered,
            @Nullable LocalDateTime at,
            @Nullable String device,
            @Nullable String clientUrl,
            @Nullable String serverUrl) {}
}
