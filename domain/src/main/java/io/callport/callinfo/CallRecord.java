package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The record of a manual call (话单, NXCloud wiki, NXCC-API-CDR-Query). A component is {@code null} where the vendor sent
 * nothing, or nothing that reads as its type; what did not read stays in {@code vendorFields}.
 *
 * @param callId the vendor's id
 * @param orderId the order it belongs to
 * @param taskId the task it belongs to
 * @param direction the vendor's code, verbatim: 0 inbound, 1 outbound, 2 AICC
 * @param caller the calling number
 * @param callee the called number
 * @param agent who spoke for the account
 * @param answered whether it was answered
 * @param callStatus the vendor's words
 * @param times when what happened
 * @param durations how long what took
 * @param hangup how it ended
 * @param recordUrl its recording
 * @param leaveMsgUrl the message that was left
 * @param dtmfKeys the keys that were pressed
 * @param intent what the callee wanted
 * @param other what was passed along
 * @param totalCustomerPrice what it cost; the currency is not documented
 * @param vendorFields what else the vendor sent
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
     * @param agentName the name
     * @param agentNickName the nickname
     */
    public record Agent(
            @Nullable String agentName, @Nullable String agentNickName) {}

    /**
     * How long what took in a recorded call, as the vendor sends it: in seconds by the wiki's table, although its example has a
     * {@code queueDuration} that looks like milliseconds.
     *
     * @param queueDuration in the queue
     * @param ringDuration ringing
     * @param callDuration speaking
     */
    public record Durations(
            @Nullable Long queueDuration,
            @Nullable Long ringDuration,
            @Nullable Long callDuration) {}

    /**
     * How a recorded call ended.
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
     * When what happened in a recorded call, as the vendor sends it: in milliseconds since 1970 as the wiki's example has it, 0
     * for never.
     *
     * @param startTime it started
     * @param inQueueTime it came into a queue
     * @param outQueueTime it left the queue
     * @param ringTime it rang
     * @param answerTime it was answered
     * @param endTime it ended
     */
    public record Times(
            @Nullable Long startTime,
            @Nullable Long inQueueTime,
            @Nullable Long outQueueTime,
            @Nullable Long ringTime,
            @Nullable Long answerTime,
            @Nullable Long endTime) {}
}
