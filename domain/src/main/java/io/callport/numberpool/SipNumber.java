package io.callport.numberpool;

import io.callport.account.Secret;
import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SIP number, as 7moor describes it (developer.7moor.com/v7/number-management). A component is {@code null} where the
 * vendor sent nothing, or nothing that reads as its type; what did not read stays in {@code vendorFields}.
 *
 * @param id the vendor's id
 * @param number the SIP number
 * @param account the vendor's id of the owning account
 * @param agentId the agent (座席) it is given to
 * @param enabled whether it may be used
 * @param deleted whether it was deleted
 * @param nat whether it is behind a NAT
 * @param webRtc whether it is a WebRTC number
 * @param busyReplyCode the SIP status it answers when busy; the vendor's default is 486
 * @param codecs its voice codecs, verbatim
 * @param password its SIP password, which the vendor sends in clear
 * @param registration its registration with the SIP server
 * @param changes who made and changed it, and when
 * @param vendorFields what else the vendor sent
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
     * @param registered whether it is registered now
     * @param at when it registered, in the vendor's unstated time zone
     * @param device with which device
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
