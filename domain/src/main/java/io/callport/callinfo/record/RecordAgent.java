package io.callport.callinfo.record;

import org.jspecify.annotations.Nullable;

/**
 * The agent (座席) of a recorded call.
 *
 * @param agentName the name
 * @param agentNickName the nickname
 */
public record RecordAgent(
        @Nullable String agentName, @Nullable String agentNickName) {}
