package io.callport.callinfo;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * A state that a phone call has entered, as 7moor pushes it (developer.7moor.com/v7, event push, 事件推送). A component is
 * {@code null} where the vendor sent nothing, or a value of another type, which stays in {@code vendorFields}.
 *
 * @param eventId the vendor's id of this event
 * @param callId the vendor's id of the call
 * @param state the vendor's word, verbatim: {@code calling}, {@code ring}, {@code link} or {@code hangup}
 * @param stateStart the time at which the state began, in seconds since 1970
 * @param callType the vendor's word, verbatim: {@code incoming}, {@code dialout}, {@code webcall},
 *     {@code previewDialout} or {@code autoDialout}
 * @param pushType the vendor's word for the occasion, such as {@code dialoutRing}; further words are not documented
 * @param customerNumber the customer's number
 * @param serviceNumber the service number (服务号)
 * @param displayNumber the display number (外显号)
 * @param agentNumber the agent's number
 * @param agentName the agent's name
 * @param vendorFields the other fields that the vendor sent
 */
public record CallState(
        @Nullable String eventId,
        @Nullable String callId,
        @Nullable String state,
        @Nullable Long stateStart,
        @Nullable String callType,
        @Nullable String pushType,
        @Nullable String customerNumber,
        @Nullable String serviceNumber,
        @Nullable String displayNumber,
        @Nullable String agentNumber,
        @Nullable String agentName,
        VendorFields vendorFields) {}
