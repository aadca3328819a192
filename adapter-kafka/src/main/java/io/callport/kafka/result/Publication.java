package io.callport.kafka.result;

import io.callport.kafka.record.Json;
import io.callport.kafka.record.OutboundRecord;
import io.callport.query.Reason;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish, with smaller versions of it to fall back on: nothing is sent before it is known to fit, and a
 * record that a broker refuses all the same is replaced by its next version, or by a publication on another topic.
 * Immutable.
 */
public final class Publication {
    private final Version version;
    private final List<Supplier<Version>> smaller;
    private final @Nullable Fallback fallback;

    /** The publications on another topic, for a record whose own topic does not take it. */
    interface Fallback {
        /** The publication where the service may not write to the record's topic. */
        Publication unauthorized();

        /**
         * The publication where the record's topic cannot take it: it has no leader, was deleted, or takes too little.
         */
        Publication unavailable();
    }

    /**
     * One version of the record.
     *
     * @param own the record to send; without the value of its last field, if that is shared
     * @param shared the JSON that stands in the records of many commands, kept once; {@code null} for none
     * @param refusal the content of a refusal; {@code null} for any other record
     * @param size the record's size, kept because it is read often
     * @param largest the most bytes that a record may have at its destination
     */
    @SuppressWarnings("ArrayRecordComponent") // versions are never compared
    record Version(
            OutboundRecord own,
            byte @Nullable [] shared,
            @Nullable Refusal refusal,
            int size,
            int largest) {
        Version(OutboundRecord record, @Nullable Refusal refusal, int largest) {
            this(record, null, refusal, record.size(), largest);
        }

        /** A version whose last field is shared. */
        static Version sharing(OutboundRecord own, byte[] shared, int largest) {
            return new Version(own, shared, null, own.size() + shared.length, largest);
        }

        /** The record, made of its parts at each call. */
        OutboundRecord record() {
            byte[] value = own.value();
            return shared == null || value == null ? own : own.withValue(Json.withLast(value, shared));
        }

        /** The size without what is shared. */
        int ownSize() {
            return shared == null ? size : size - shared.length;
        }

        boolean fits() {
            return size <= largest;
        }
    }

    /**
     * The content of a refusal.
     *
     * @param detail the detail as in the result
     */
    public record Refusal(Reason reason, String detail) {}

    private Publication(Version version, List<Supplier<Version>> smaller, @Nullable Fallback fallback) {
        this.version = version;
        this.smaller = smaller;
        this.fallback = fallback;
    }

    /** Chooses the first version that fits, or the last version; later versions are made only when they are needed. */
    static Publication fitting(List<Supplier<Version>> versions) {
        return fitting(versions, null);
    }

    /**
     * Chooses the first version that fits, of a record that its topic may refuse altogether.
     *
     * @param fallback the publications on another topic after such a refusal; {@code null} for none
     */
    static Publication fitting(List<Supplier<Version>> versions, @Nullable Fallback fallback) {
        Version version = versions.get(0).get();
        int next = 1;
        while (!version.fits() && next < versions.size()) {
            version = versions.get(next++).get();
        }
        return new Publication(version, versions.subList(next, versions.size()), fallback);
    }

    /** The record to send, which is made at each call: results that wait share their answer's bytes. */
    public OutboundRecord record() {
        return version.record();
    }

    /** The topic of the record. */
    public String topic() {
        return version.own.topic();
    }

    /** The partition of the record. */
    public int partition() {
        return version.own.partition();
    }

    /** The timestamp of the record; {@code null} for the time of sending. */
    public @Nullable Long timestamp() {
        return version.own.timestamp();
    }

    /** The bytes of the record that no other record shares. */
    public int ownSize() {
        return version.ownSize();
    }

    /** The bytes that other records may share; {@code null} for none. */
    public byte @Nullable [] shared() {
        return version.shared;
    }

    /** The most bytes that the record has on the wire, uncompressed. */
    public int size() {
        return version.size;
    }

    /** The reason why the command is refused; {@code null} if it is answered, or the record is no result. */
    public @Nullable Reason reason() {
        return version.refusal == null ? null : version.refusal.reason;
    }

    /** The content of the refusal; {@code null} where {@link #reason} is {@code null}. */
    public @Nullable Refusal refusal() {
        return version.refusal;
    }

    /** The same publication on another partition of its topic. */
    public Publication onPartition(int partition) {
        OutboundRecord own = version.own;
        OutboundRecord there =
                new OutboundRecord(own.topic(), partition, own.timestamp(), own.key(), own.value(), own.headers());
        return new Publication(
                new Version(there, version.shared, version.refusal, version.size, version.largest), smaller, fallback);
    }

    /** The next smaller version; {@code null} if there is none. */
    public @Nullable Publication smaller() {
        return smaller.isEmpty()
                ? null
                : new Publication(smaller.get(0).get(), smaller.subList(1, smaller.size()), fallback);
    }

    /**
     * The publication on another topic; {@code null} if there is none.
     *
     * @param unauthorized whether the service may not write to the record's own topic
     */
    public @Nullable Publication elsewhere(boolean unauthorized) {
        if (fallback == null) {
            return null;
        }
        return unauthorized ? fallback.unauthorized() : fallback.unavailable();
    }
}
