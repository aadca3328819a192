package io.callport.system.crash.evidence;

import java.time.Instant;

/**
 * A committed offset of a command partition.
 *
 * @param at the time when the broker stored the offset
 * @param offset the low-water mark
 * @param metadata the checkpoint's text
 */
public record CommittedOffset(Instant at, long offset, String metadata) {}
