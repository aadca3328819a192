package io.callport.kafka.origin;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.origin.OriginTags.Claim;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a record was first published. Headers that say so count only with the tag of the state topic beside the
 * record's topic; without it, the record's own position is its origin. Thread-safe.
 */
public final class OriginReader {
    private final OriginKeys keys;

    /** Makes a reader that knows the keys as they are when a record is read. */
    public OriginReader(OriginKeys keys) {
        this.keys = keys;
    }

    /**
     * The origin of a record.
     *
     * @param origin the origin; {@code null} while the key that checks the record's tag is not known
     * @param rejected whether the record has headers about its origin of which none has a right tag
     */
    public record OriginReading(@Nullable Origin origin, boolean rejected) {}

    /** Reads the origin of a record on a command topic. */
    public OriginReading read(InboundRecord record) {
        return read(record, () -> OriginTags.sha256(record.value()));
    }

    /**
     * Reads the origin of a record on a command topic whose value was not kept.
     *
     * @param valueSha256 supplies the SHA-256 of the value, in hexadecimal digits; {@code null} if it is not known
     */
    public OriginReading read(InboundRecord record, Supplier<@Nullable String> valueSha256) {
        Claim rerouted = OriginTags.ofRerouted(record, valueSha256);
        Claim deadLetter = OriginTags.ofDeadLetter(record);
        OriginKey key = keys.keyOf(record.topic());
        if (key == null && (rerouted != null || deadLetter != null)) {
            return new OriginReading(null, false);
        }
        if (rerouted != null && key != null && rerouted.isProven(key)) {
            return new OriginReading(rerouted.origin(), false);
        }
        if (deadLetter != null && key != null && deadLetter.isProven(key)) {
            return new OriginReading(deadLetter.origin(), false);
        }
        return new OriginReading(Origin.here(record), OriginTags.claimsOrigin(record));
    }
}
