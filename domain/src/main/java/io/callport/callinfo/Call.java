package io.callport.callinfo;

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
        Times times,
        @Nullable String callAudioUrl,
        @Nullable String hangupCause,
        @Nullable String termSipCode,
        List<Intent> intents,
        List<Sms> sms,
        @Nullable Agent agent,
        List<Parameter> params,
        VendorFields vendorFields) {
    public Call {
        intents = List.copyOf(intents);
        sms = List.copyOf(sms);
        params = List.copyOf(params);
    }

    /**
     * The agent (座席) who took a call over. Units and codes are not documented.
     *
     * @param agentName the name
     * @param agentGroup the group
     * @param agentCallStatus the vendor's code, verbatim
     * @param agentCallElapsed how long
     * @param agentLabel what the agent noted
     * @param manualCallStart when the agent's part started
     * @param manualCallAnswer when the agent answered
     * @param manualCallEnd when the agent's part ended
     * @param manualHangupBy who hung up, the vendor's code, verbatim
     * @param vendorFields what else the vendor sent
     */
    public record Agent(
            @Nullable String agentName,
            @Nullable String agentGroup,
            @Nullable String agentCallStatus,
            @Nullable Long agentCallElapsed,
            @Nullable String agentLabel,
            @Nullable Long manualCallStart,
            @Nullable Long manualCallAnswer,
            @Nullable Long manualCallEnd,
            @Nullable String manualHangupBy,
            VendorFields vendorFields) {}

    /**
     * The value of one of the script's variables in a call.
     *
     * @param name the variable
     * @param value its value
     * @param vendorFields what else the vendor sent
     */
    public record Parameter(@Nullable String name, @Nullable String value, VendorFields vendorFields) {}

    /**
     * When a call took place, as the vendor sends it. The units are not documented; other timestamps of Callbot are seconds.
     *
     * @param callStartTs when it started
     * @param callAnswerTs when it was answered
     * @param callEndTs when it ended
     * @param callDuration how long it was
     */
    public record Times(
            @Nullable Long callStartTs,
            @Nullable Long callAnswerTs,
            @Nullable Long callEndTs,
            @Nullable Long callDuration) {}

    /**
     * What a callee wanted, by the script's intent tags.
     *
     * @param intentId the tag's id
     * @param intentTag the tag
     * @param intentName the tag's name
     * @param intentLevel the level, verbatim; its values are not documented
     * @param vendorFields what else the vendor sent
     */
    public record Intent(
            @Nullable String intentId,
            @Nullable String intentTag,
            @Nullable String intentName,
            @Nullable String intentLevel,
            VendorFields vendorFields) {}

    /**
     * A message sent for a call.
     *
     * @param smsSendTs when; the unit is not documented
     * @param sysMessageId the vendor's id
     * @param smsContent its text
     * @param vendorFields what else the vendor sent
     */
    public record Sms(
            @Nullable Long smsSendTs,
            @Nullable String sysMessageId,
            @Nullable String smsContent,
            VendorFields vendorFields) {}
}
