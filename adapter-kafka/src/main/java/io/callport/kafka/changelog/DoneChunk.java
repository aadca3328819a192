package io.callport.kafka.changelog;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The offsets of one chunk of a partition whose commands have their result, as the record {@code done/<number>} has
 * them. Bits of offsets below the committed one mean nothing. Immutable: the set is copied on the way in and on the way
 * out.
 *
 * @param number the number of the chunk: its first offset divided by {@link #SIZE}
 * @param done bit i is the offset number * {@link #SIZE} + i
 */
public record DoneChunk(long number, BitSet done) {
    /** The number of offsets in a chunk, which fit in 1 KiB. */
    public static final int SIZE = 8_192;

    static final String KEY_PREFIX = "done/";

    private static final long LAST = Long.MAX_VALUE / SIZE;
    private static final Pattern KEY = Pattern.compile(KEY_PREFIX + "(0|[1-9][0-9]{0,15})");

    /** @throws IllegalArgumentException if there is no chunk of that number, or a bit is beyond the chunk */
    public DoneChunk {
        if (number < 0 || number > LAST || done.length() > SIZE) {
            throw new IllegalArgumentException("done chunk: must be of 0 to " + LAST + " with " + SIZE
                    + " bits at most, but is " + number + " with " + done.length());
        }
        done = (BitSet) done.clone();
    }

    /** Returns a copy of the bits of the offsets that are done. */
    @Override
    public BitSet done() {
        return (BitSet) done.clone();
    }

    /** Returns the record that says this. */
    public StateRecord record() {
        return StateRecord.of(KEY_PREFIX + number, new ByteSink().putBytes(done.toByteArray()));
    }

    /** Returns the record that says that a chunk is below the committed offset, or void. */
    public static StateRecord tombstone(long number) {
        return StateRecord.tombstone(KEY_PREFIX + number);
    }

    /** Returns the number of the chunk that an offset is in. */
    public static long numberOf(long offset) {
        return Math.floorDiv(offset, SIZE);
    }

    static long numberOf(String key) throws UnreadableRecordException {
        if (KEY.matcher(key).matches()) {
            long number = Long.parseLong(key.substring(KEY_PREFIX.length()));
            if (number <= LAST) {
                return number;
            }
        }
        throw UnreadableRecordException.unknownKey();
    }

    static DoneChunk read(long number, ByteSource content) throws UnreadableRecordException {
        if (content.remaining() > SIZE / Byte.SIZE) {
            throw UnreadableRecordException.damaged("it has more bits than a chunk has offsets");
        }
        return new DoneChunk(number, BitSet.valueOf(content.getBytes(content.remaining())));
    }
}
