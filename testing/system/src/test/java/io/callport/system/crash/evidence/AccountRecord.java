package io.callport.system.crash.evidence;

import io.callport.kafka.changelog.AccountState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A committed record of an account's state.
 *
 * @param committedAt the time at which the broker decided to commit the record's transaction
 * @param writtenAt the time at which the service wrote the record; the ages in the record count from then
 * @param offset the offset on the state partition
 * @param state the slots that are not free; {@code null} if the record says that all are
 */
public record AccountRecord(
        Instant committedAt,
        Instant writtenAt,
        long offset,
        @Nullable AccountState state) {}
