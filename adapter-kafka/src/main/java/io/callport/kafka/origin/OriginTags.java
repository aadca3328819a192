package io.callport.kafka.origin;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.record.DeadLetterHeaders;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OversizedValue;
import io.callport.kafka.record.RecordHeader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of Callport's own, with their tags. The tag of a re-routed command covers its position, its hops and its
 * value, so that it proves nothing about another value. The tag of a dead letter covers the position alone, so that a
 * corrected value keeps it: that position has no other result.
 */
public final class OriginTags {
    private static final Pattern REROUTED = Pattern.compile("(" + Origin.POSITION + ");hops=(\\d{1,3})");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{43}");

    private OriginTags() {}

    /**
     * The claim that headers make of a record's origin.
     *
     * @param covered the text that the tag covers
     */
    record Claim(Origin origin, String covered, String tag) {
        boolean isProven(OriginKey key) {
            return key.verifies(covered, tag);
        }
    }

    /** The headers of a command that is re-routed once more. */
    public static List<RecordHeader> rerouted(Origin origin, byte @Nullable [] value, OriginKey key) {
        String text = origin.position() + ";hops=" + (origin.hops() + 1);
        return List.of(
                RecordHeader.of(Origin.HEADER, text),
                RecordHeader.of(Origin.TAG, key.tag(covered(text, sha256(value)))));
    }

    /** The header with the tag of a dead letter. */
    public static RecordHeader deadLetter(Origin origin, OriginKey key) {
        return DeadLetterHeaders.of(DeadLetterHeaders.TAG, key.tag(covered(origin.position())));
    }

    /** The claim of a re-routed command's header; {@code null} if there is none with a tag. */
    static @Nullable Claim ofRerouted(InboundRecord record, Supplier<@Nullable String> valueSha256) {
        String text = text(record, Origin.HEADER);
        String tag = text(record, Origin.TAG);
        Matcher form = REROUTED.matcher(text);
        if (!form.matches() || !TAG.matcher(tag).matches()) {
            return null;
        }
        Origin origin = new Origin(form.group(1), Integer.parseInt(form.group(2)), 0);
        return new Claim(origin, covered(text, valueSha256.get()), tag);
    }

    /** The claim of a dead letter's headers; {@code null} if there are none with a tag. */
    static @Nullable Claim ofDeadLetter(InboundRecord record) {
        String position = DeadLetterHeaders.position(record);
        String tag = DeadLetterHeaders.text(record, DeadLetterHeaders.TAG);
        if (position.isEmpty() || !TAG.matcher(tag).matches()) {
            return null;
        }
        return new Claim(new Origin(position, 0, DeadLetterHeaders.deadLetterCount(record)), covered(position), tag);
    }

    /** Whether a record has headers that say where it was first published, true or not. */
    static boolean claimsOrigin(InboundRecord record) {
        return record.header(Origin.HEADER) != null
                || record.headers().stream().anyMatch(header -> header.name().startsWith(DeadLetterHeaders.PREFIX));
    }

    private static String text(InboundRecord record, String name) {
        byte[] header = record.header(name);
        return header == null ? "" : RecordHeader.text(header);
    }

    private static String covered(String rerouted, @Nullable String valueSha256) {
        return Origin.HEADER + " " + rerouted + ";" + valueSha256;
    }

    private static String covered(String position) {
        return DeadLetterHeaders.PREFIX + " " + position;
    }

    static @Nullable String sha256(byte @Nullable [] value) {
        return OversizedValue.of(ByteBuffer.wrap(value == null ? new byte[0] : value))
                .sha256();
    }
}
