package io.callport.callinfo.call;

import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone call of Callbot (NXCloud wiki, orderDetailList and callCallback). A component is {@code null} where the vendor sent
 * nothing, or nothing that reads as its type; what did not read stays in {@code vendorFields}.
 *
 * @param callId the vendor's id
 * @param callingNumber the number that called
 * @param lineAddress the line's IP address
 * @param callStatus the vendor's code, verbatim; its values are not documented
 * @param times when it took place
 * @param callAudioUrl its recording
 * @param hangupCause why it ended, verbatim
 * @param termSipCode the SIP status that ended it, verbatim
 * @param intents what the callee wanted
 * @param sms messages sent for it
 * @param agent the agent (座席) who took it over
 * @param params the values of the script's variables
 * @param vendorFields what else the vendor sent, {@code recordDetail} among it, whose form is not documented
 */
public record Call(
        @Nullable String callId,
        @Nullable String callingNumber,
        @Nullable String lineAddress,
        @Nullable String callStatus,
        CallTimes times,
        @Nullable String callAudioUrl,
        @Nullable String hangupCause,
        @Nullable String termSipCode,
        List<Intent> intents,
        List<SentSms> sms,
        @Nullable CallAgent agent,
        List<CallParameter> params,
        VendorFields vendorFields) {
    /** Copies the lists. */
    public Call {
        intents = List.copyOf(intents);
        sms = List.copyOf(sms);
        params = List.copyOf(params);
    }
}
