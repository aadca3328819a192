package io.callport.kafka.identity;

import io.callport.kafka.changelog.TagKey;
import io.callport.kafka.identity.HeaderTags.Claim;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a record was first published. Headers that say so count only with the tag of the state topic beside the
 * record's topic; without it, the record's own position is its origin. Thread-safe.
 */
public final class OriginReader {
    private final TagKeys keys;

    /** Makes a reader that knows the keys as they are when a record is read. */
    public OriginReader(TagKeys keys) {
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
        return read(record, () -> HeaderTags.sha256(record.value()));
    }

    /**
     * Reads the origin of a record on a command topic whose value was not kept.
     *
     * @param valueSha256 supplies the SHA-256 of the value, in hexadecimal digits; {@code null} if it is not known
     */
    public OriginReading read(InboundRecord record, Supplier<@Nullable String> valueSha256) {
        Claim rerouted = HeaderTags.ofRerouted(record, valueSha256);
        Claim deadLetter = HeaderTags.ofDeadLetter(record);
        TagKey key = keys.of(record.topic());
        if (key == null && (rerouted != null || deadLetter != null)) {
            return new OriginReading(null, false);
        }
        if (rerouted != null && key != null && rerouted.isProven(key)) {
            return new OriginReading(rerouted.origin(), false);
        }
        if (deadLetter != null && key != null && deadLetter.isProven(key)) {
            return new OriginReading(deadLetter.origin(), false);
        }
        return new OriginReading(Origin.here(record), HeaderTags.claimsOrigin(record));
    }
}
