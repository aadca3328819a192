package io.callport.kafka.result;

import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Reason;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish, with smaller versions of it to fall back on: nothing is sent before it is known to fit, and what a
 * broker refuses all the same takes its next version. The last one always fits.
 *
 * <p>Not thread-safe.
 */
public final class Publication {
    private List<Supplier<Version>> versions;
    private @Nullable Supplier<Publication> elsewhere;
    private Version current;
    private int index;

    /**
     * One version.
     *
     * @param record what to send
     * @param refusal for a refusal, what it says
     * @param size the record's, which is asked for often
     */
    record Version(OutboundRecord record, @Nullable Refusal refusal, int size) {
        Version(OutboundRecord record, @Nullable Refusal refusal) {
            this(record, refusal, record.size());
        }
    }

    /**
     * What a refusal says.
     *
     * @param detail as in the result
     */
    public record Refusal(Reason reason, String detail) {}

    private Publication(List<Supplier<Version>> versions) {
        this.versions = versions;
        this.current = versions.get(0).get();
    }

    /** The first of the versions that fits its topic, or the last. */
    static Publication fitting(TopicView view, List<Supplier<Version>> versions) {
        Publication publication = new Publication(versions);
        while (!publication.fits(view) && publication.shrink()) {
            // the next version is tried
        }
        return publication;
    }

    /** Where to go instead, and as what, if the topic may not be written to. */
    Publication orElsewhere(Supplier<Publication> otherTopic) {
        elsewhere = otherTopic;
        return this;
    }

    /** What to send. */
    public OutboundRecord record() {
        return current.record;
    }

    /** At most how many bytes that has on the wire, uncompressed. */
    public int size() {
        return current.size;
    }

    /** Why the command is refused; {@code null} if it is answered, or the record is no result. */
    public @Nullable Reason refused() {
        return current.refusal == null ? null : current.refusal.reason;
    }

    /** The same with its detail. */
    public @Nullable Refusal refusal() {
        return current.refusal;
    }

    /** Takes the next smaller version; false if there is none. */
    public boolean shrink() {
        if (index + 1 >= versions.size()) {
            return false;
        }
        current = versions.get(++index).get();
        return true;
    }

    /** Whether it has another topic to go to, if its own may not be written to. */
    public boolean mayGoElsewhere() {
        return elsewhere != null;
    }

    /** Goes to its other topic, if it has one. */
    public void goElsewhere() {
        if (elsewhere != null) {
            Publication other = elsewhere.get();
            versions = other.versions;
            current = other.current;
            index = other.index;
            elsewhere = null;
        }
    }

    private boolean fits(TopicView view) {
        return current.size <= view.largestRecord(current.record.topic());
    }
}
