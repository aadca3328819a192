package io.callport.kafka.changelog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The metadata of a committed offset: which topics the offset and its state belong to. As text it is
 * {@code callport3.<topicId>.<stateTopicId>.<firstPartitions>.<stateOffset>.<checksum>}, ASCII; the checksum is the
 * CRC-32 of all before its dot, as eight lower-case hexadecimal digits.
 *
 * @param topicId the id of the command topic that the partition was begun with
 * @param stateTopicId the id of the state topic
 * @param firstPartitions the number of the command topic's partitions when the group's state began
 * @param stateOffset the offset of the last state record known to be committed; -1 if none is known
 */
public record OffsetMarker(String topicId, String stateTopicId, int firstPartitions, long stateOffset) {
    private static final String MAGIC = "callport";
    private static final int VERSION = 3;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern VERSIONED = Pattern.compile(MAGIC + "([1-9][0-9]{0,8})\\..*", Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile(MAGIC + VERSION
            + "\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([1-9][0-9]{0,9})\\.(-1|0|[1-9][0-9]{0,18})\\.([0-9a-f]{8})");

    /** @throws IllegalArgumentException if an id is not one of Kafka's, or a number is out of its bounds */
    public OffsetMarker {
        if (!ID.matcher(topicId).matches() || !ID.matcher(stateTopicId).matches()) {
            throw new IllegalArgumentException("offset marker: a topic id is base64url, but the ids are '" + topicId
                    + "' and '" + stateTopicId + "'");
        }
        if (firstPartitions < 1 || stateOffset < -1) {
            throw new IllegalArgumentException(
                    "offset marker: must have 1 partition or more and an offset from -1 on, but has " + firstPartitions
                            + " and " + stateOffset);
        }
    }

    /** Returns the metadata that says this: about 100 chars. */
    public String text() {
        String text = MAGIC + VERSION + "." + topicId + "." + stateTopicId + "." + firstPartitions + "." + stateOffset;
        return text + "." + checksum(text);
    }

    /** Reads the metadata of a committed offset. Throws no exception. */
    public static MarkerReading read(String metadata) {
        if (!isOurs(metadata)) {
            return new MarkerReading.Foreign(metadata.isEmpty());
        }
        Matcher versioned = VERSIONED.matcher(metadata);
        if (!versioned.matches()) {
            return new MarkerReading.Damaged("it does not begin with " + MAGIC + " and a version");
        }
        int version = Integer.parseInt(versioned.group(1));
        if (version > VERSION) {
            return new MarkerReading.Newer(version);
        }
        return version < VERSION ? new MarkerReading.Old(version) : readWhole(metadata);
    }

    private static MarkerReading readWhole(String metadata) {
        if (!isIntact(metadata)) {
            return new MarkerReading.Damaged("its checksum is not right");
        }
        Matcher parts = WHOLE.matcher(metadata);
        try {
            if (parts.matches()) {
                return new MarkerReading.Marker(new OffsetMarker(
                        parts.group(1),
                        parts.group(2),
                        Integer.parseInt(parts.group(3)),
                        Long.parseLong(parts.group(4))));
            }
        } catch (NumberFormatException e) {
            return new MarkerReading.Damaged("a number is too large");
        }
        return new MarkerReading.Damaged("its parts are not those of a marker");
    }

    /**
     * Whether Callport wrote the text: it begins with the magic, or is cut off within it, or would be intact if it
     * began with it.
     */
    private static boolean isOurs(String text) {
        if (text.length() <= MAGIC.length()) {
            return !text.isEmpty() && MAGIC.startsWith(text);
        }
        return text.startsWith(MAGIC) || isIntact(MAGIC + text.substring(MAGIC.length()));
    }

    private static boolean isIntact(String text) {
        int dot = text.lastIndexOf('.');
        return dot >= 0 && text.substring(dot + 1).equals(checksum(text.substring(0, dot)));
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
