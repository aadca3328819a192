package io.callport.kafka.checkpoint;

import io.callport.switchboard.SpentSlot;
import java.time.Duration;

/**
 * The precision with which slots are written. Ages are rounded down: towards younger, so that a slot counts as spent
 * longer.
 */
enum SlotPrecision {
    /** Every slot, in milliseconds. */
    MILLISECONDS(0, true, 1_000),
    /** Every slot, in seconds. */
    SECONDS(1, true, 1),
    /** How many slots, and the age of the youngest, in seconds. */
    YOUNGEST(2, false, 1);

    /** 100 years: more than any age, and little enough to be counted in nanoseconds. */
    private static final long MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

    private static final int NANOS = 1_000_000_000;

    private final int code;
    private final boolean everySlot;
    private final int perSecond;

    SlotPrecision(int code, boolean everySlot, int perSecond) {
        this.code = code;
        this.everySlot = everySlot;
        this.perSecond = perSecond;
    }

    static SlotPrecision of(int code) throws DamagedCheckpointException {
        for (SlotPrecision grain : values()) {
            if (grain.code == code) {
                return grain;
            }
        }
        throw new DamagedCheckpointException("its slots are in no known form");
    }

    int code() {
        return code;
    }

    boolean everySlot() {
        return everySlot;
    }

    /** An age in this unit, rounded down; one beyond 100 years counts as 100 years. */
    long rounded(Duration age) {
        long most = MOST_SECONDS * perSecond;
        long seconds = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, age.getSeconds()));
        return Math.min(most, seconds * perSecond + age.getNano() / (NANOS / perSecond));
    }

    Duration age(long units) throws DamagedCheckpointException {
        if (Math.abs(units) > MOST_SECONDS * perSecond) {
            throw new DamagedCheckpointException("a slot is older or younger than 100 years");
        }
        return Duration.ofSeconds(Math.floorDiv(units, (long) perSecond))
                .plusNanos(Math.floorMod(units, (long) perSecond) * (NANOS / perSecond));
    }

    /** 0 in flight; else 1 more than the age, with the sign in the lowest bit. */
    void putSlot(ByteSink sink, SpentSlot slot) {
        Duration age = slot.endedAgo();
        sink.putNumber(age == null ? 0 : 1 + signInLowestBit(rounded(age)));
    }

    SpentSlot getSlot(ByteSource source) throws DamagedCheckpointException {
        long number = source.getNumber();
        return new SpentSlot(number == 0 ? null : age(signed(number - 1)));
    }

    private static long signInLowestBit(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long signed(long number) {
        return number >>> 1 ^ -(number & 1);
    }
}
