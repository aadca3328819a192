package io.callport.callinfo.record;

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
        RecordAgent agent,
        @Nullable Boolean answered,
        @Nullable String callStatus,
        RecordTimes times,
        RecordDurations durations,
        RecordHangup hangup,
        @Nullable String recordUrl,
        @Nullable String leaveMsgUrl,
        @Nullable String dtmfKeys,
        @Nullable String intent,
        @Nullable String other,
        @Nullable BigDecimal totalCustomerPrice,
        VendorFields vendorFields) {}
