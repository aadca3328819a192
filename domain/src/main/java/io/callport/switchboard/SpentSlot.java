package io.callport.switchboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A slot of an account's budget that is not free, as it travels from one instance to another: as an age, never as a time.
 *
 * @param endedAgo how long ago its request ended, or counts as having ended; negative where it may still arrive for that
 *     long; {@code null} while the request is in flight
 */
public record SpentSlot(@Nullable Duration endedAgo) {}
