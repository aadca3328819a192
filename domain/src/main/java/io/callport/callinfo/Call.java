package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone call of Callbot (NXCloud wiki, orderDetailList and callCallback). A component is {@code null} where the
 * vendor sent nothing, or a value of another type, which stays in {@code vendorFields}.
 *
 * @param callId the vendor's id
 * @param callingNumber the number that called
 * @param lineAddress the line's IP address
 * @param callStatus the vendor's code, verbatim; its values are not documented
 * @param times the times of the call
 * @param callAudioUrl the address of the recording
 * @param hangupCause the cause of its end, verbatim
 * @param termSipCode the SIP status that ended the call, verbatim
 * @param intents the callee's intents
 * @param sms the messages that were sent for the call
 * @param agent the agent (座席) who took the call over
 * @param params the values of the script's variables
 * @param vendorFields the other fields that the vendor sent, among them {@code recordDetail}, whose form is not
 *     documented
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
     * @param agentName the agent's name
     * @param agentGroup the agent's group
     * @param agentCallStatus the vendor's code, verbatim
     * @param agentCallElapsed the length of the agent's part
     * @param agentLabel the agent's note
     * @param manualCallStart the start of the agent's part
     * @param manualCallAnswer the time at which the agent answered
     * @param manualCallEnd the end of the agent's part
     * @param manualHangupBy the side that hung up: the vendor's code, verbatim
     * @param vendorFields the other fields that the vendor sent
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
     * @param name the name of the variable
     * @param value the value of the variable
     * @param vendorFields the other fields that the vendor sent
     */
    public record Parameter(@Nullable String name, @Nullable String value, VendorFields vendorFields) {}

    /**
     * The times of a call, as the vendor sends them. The units are not documented; other timestamps of Callbot are
     * seconds.
     *
     * @param callStartTs the start of the call
     * @param callAnswerTs the time at which the call was answered
     * @param callEndTs the end of the call
     * @param callDuration the length of the call
     */
    public record Times(
            @Nullable Long callStartTs,
            @Nullable Long callAnswerTs,
            @Nullable Long callEndTs,
            @Nullable Long callDuration) {}

    /**
     * An intent of a callee, by the script's intent tags.
     *
     * @param intentId the tag's id
     * @param intentTag the tag
     * @param intentName the tag's name
     * @param intentLevel the level, verbatim; its values are not documented
     * @param vendorFields the other fields that the vendor sent
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
     * @param smsSendTs the time of sending; the unit is not documented
     * @param sysMessageId the vendor's id
     * @param smsContent the text of the message
     * @param vendorFields the other fields that the vendor sent
     */
    public record Sms(
            @Nullable Long smsSendTs,
            @Nullable String sysMessageId,
            @Nullable String smsContent,
            VendorFields vendorFields) {}
}
