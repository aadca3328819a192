package io.callport.callinfo.call;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

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
public record CallAgent(
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
