package io.callport.kafka.result;

import io.callport.kafka.record.OutboundRecord;
import io.callport.query.Reason;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish, with smaller versions of it to fall back on: nothing is sent before it is known to fit, and a
 * record that a broker refuses all the same gives way to its next version. The last version always fits. Immutable.
 */
public final class Publication {
    private final Version version;
    private final List<Supplier<Version>> smaller;
    private final @Nullable Supplier<Publication> elsewhere;

    /**
     * One version of the record.
     *
     * @param record the record to send
     * @param refusal the content of a refusal; {@code null} for any other record
     * @param size the record's size, kept because it is read often
     * @param largest the most bytes that a record may have at its destination
     */
    record Version(OutboundRecord record, @Nullable Refusal refusal, int size, int largest) {
        Version(OutboundRecord record, @Nullable Refusal refusal, int largest) {
            this(record, refusal, record.size(), largest);
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

    private Publication(Version version, List<Supplier<Version>> smaller, @Nullable Supplier<Publication> elsewhere) {
        this.version = version;
        this.smaller = smaller;
        this.elsewhere = elsewhere;
    }

    /** Chooses the first version that fits, or the last version; later versions are made only when they are needed. */
    static Publication fitting(List<Supplier<Version>> versions) {
        return fitting(versions, null);
    }

    /**
     * Chooses the first version that fits, of a record that its topic may refuse altogether.
     *
     * @param elsewhere the publication on another topic after such a refusal; {@code null} for none
     */
    static Publication fitting(List<Supplier<Version>> versions, @Nullable Supplier<Publication> elsewhere) {
        Version version = versions.get(0).get();
        int next = 1;
        while (!version.fits() && next < versions.size()) {
            version = versions.get(next++).get();
        }
        return new Publication(version, versions.subList(next, versions.size()), elsewhere);
    }

    /** The record to send. */
    public OutboundRecord record() {
        return version.record;
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

    /** The next smaller version; {@code null} if there is none. */
    public @Nullable Publication smaller() {
        return smaller.isEmpty()
                ? null
                : new Publication(smaller.get(0).get(), smaller.subList(1, smaller.size()), elsewhere);
    }

    /** Whether the publication has another topic, in case its own topic may not be written to. */
    public boolean hasElsewhere() {
        return elsewhere != null;
    }

    /** The publication on its other topic; {@code null} if there is none. */
    public @Nullable Publication elsewhere() {
        return elsewhere == null ? null : elsewhere.get();
    }
}
