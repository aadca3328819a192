package io.callport.callinfo.record;

import org.jspecify.annotations.Nullable;

/**
 * How a recorded call ended.
 *
 * @param hangupBy the vendor's code, verbatim: 0 agent, 1 user, 2 unknown
 * @param hangupCode the vendor's code, verbatim
 * @param hangupReason the vendor's words
 */
public record RecordHangup(
        @Nullable String hangupBy,
        @Nullable String hangupCode,
        @Nullable String hangupReason) {}
