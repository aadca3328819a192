package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The record of a manual call (话单, NXCloud wiki, NXCC-API-CDR-Query). A component is {@code null} where the vendor sent
 * nothing, or a value of another type, which stays in {@code vendorFields}.
 *
 * @param callId the vendor's id
 * @param orderId the id of the call's order
 * @param taskId the id of the call's task
 * @param direction the vendor's code, verbatim: 0 inbound, 1 outbound, 2 AICC
 * @param caller the calling number
 * @param callee the called number
 * @param agent the agent who spoke for the account
 * @param answered whether the call was answered
 * @param callStatus the vendor's words
 * @param times the times of the call's events
 * @param durations the lengths of the call's parts
 * @param hangup the end of the call
 * @param recordUrl the address of the recording
 * @param leaveMsgUrl the address of the message that was left
 * @param dtmfKeys the keys that were pressed
 * @param intent the callee's intent
 * @param other the text that was given with the call, and is sent back
 * @param totalCustomerPrice the price of the call; the currency is not documented
 * @param vendorFields the other fields that the vendor sent
 */
public record CallRecord(
        @Nullable String callId,
        @Nullable String orderId,
        @Nullable String taskId,
        @Nullable String direction,
        @Nullable String caller,
        @Nullable String callee,
        Agent agent,
        @Nullable Boolean answered,
        @Nullable String callStatus,
        Times times,
        Durations durations,
        Hangup hangup,
        @Nullable String recordUrl,
        @Nullable String leaveMsgUrl,
        @Nullable String dtmfKeys,
        @Nullable String intent,
        @Nullable String other,
        @Nullable BigDecimal totalCustomerPrice,
        VendorFields vendorFields) {

    /**
     * The agent (座席) of a recorded call.
     *
     * @param agentName the agent's name
     * @param agentNickName the agent's nickname
     */
    public record Agent(
            @Nullable String agentName, @Nullable String agentNickName) {}

    /**
     * The lengths of a recorded call's parts, as the vendor sends them: in seconds by the wiki's table, although its
     * example has a {@code queueDuration} that looks like milliseconds.
     *
     * @param queueDuration the time in the queue
     * @param ringDuration the time of ringing
     * @param callDuration the time of speaking
     */
    public record Durations(
            @Nullable Long queueDuration,
            @Nullable Long ringDuration,
            @Nullable Long callDuration) {}

    /**
     * The end of a recorded call.
     *
     * @param hangupBy the vendor's code, verbatim: 0 agent, 1 user, 2 unknown
     * @param hangupCode the vendor's code, verbatim
     * @param hangupReason the vendor's words
     */
    public record Hangup(
            @Nullable String hangupBy,
            @Nullable String hangupCode,
            @Nullable String hangupReason) {}

    /**
     * The times of a recorded call's events, as the vendor sends them: in milliseconds since 1970 as the wiki's example
     * has it, 0 for never.
     *
     * @param startTime the start of the call
     * @param inQueueTime the time at which the call came into a queue
     * @param outQueueTime the time at which the call left the queue
     * @param ringTime the time at which the phone rang
     * @param answerTime the time at which the call was answered
     * @param endTime the end of the call
     */
    public record Times(
            @Nullable Long startTime,
            @Nullable Long inQueueTime,
            @Nullable Long outQueueTime,
            @Nullable Long ringTime,
            @Nullable Long answerTime,
            @Nullable Long endTime) {}
}
