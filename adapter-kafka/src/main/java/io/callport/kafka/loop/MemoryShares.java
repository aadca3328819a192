package io.callport.kafka.loop;

import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The shares of the memory that the loop keeps to: how much a poll may take, when reading stops, and what health says
 * of it. One thread owns an instance.
 */
final class MemoryShares {
    private static final int MEBIBYTE = 1 << 20;

    /** A poll takes less than a transaction holds after its records are results; more makes nothing faster. */
    private static final long MAX_POLL = 32 * MEBIBYTE;

    private static final long MIN_POLL = 64 << 10;
    private static final int MAX_FETCH = 50 * MEBIBYTE; // the default of fetch.max.bytes
    private static final Duration WORTH_A_REASON = Duration.ofSeconds(10);

    private final MemoryLedger memory;
    private long scarceSince = Long.MAX_VALUE;

    MemoryShares(MemoryLedger memory) {
        this.memory = memory;
    }

    /**
     * The bytes of results in memory from which on no record is read: a quarter, since results are few bytes beside
     * their answer.
     */
    long resultBytes() {
        return memory.capacity() / 4;
    }

    /** The most bytes of a record's value: parsed JSON may take thirty times its bytes, for a moment. */
    long largestValueBytes() {
        return Math.max(MIN_POLL, memory.capacity() / 32);
    }

    /** The bytes that the next poll may take. */
    long pollBytes() {
        long room = memory.capacity() - memory.capacity() / 4 - memory.held();
        return Math.max(MIN_POLL, Math.min(MAX_POLL, Math.min(memory.capacity() / 32, room / 2)));
    }

    /** The bytes that a fetch may have, as they come from a broker: they wait in the consumer. */
    int fetchBytes() {
        return (int) Math.max(MEBIBYTE, Math.min(MAX_FETCH, memory.capacity() / 16));
    }

    /** The bytes that a fetch may have of one partition. */
    int partitionFetchBytes() {
        return (int) Math.max(MIN_POLL, Math.min(MEBIBYTE, memory.capacity() / 64));
    }

    /** Whether so little is left that no record should be read. */
    boolean scarce() {
        return memory.scarce();
    }

    /** Says how many bytes a use takes now. */
    void set(MemoryUse use, long bytes) {
        memory.set(use, bytes);
    }

    /** The problem that no record is read, if it lasts, in words. Called once a turn. */
    List<String> problems(long now) {
        if (!memory.scarce()) {
            scarceSince = Long.MAX_VALUE;
            return List.of();
        }
        scarceSince = Math.min(scarceSince, now);
        if (now - scarceSince < WORTH_A_REASON.toNanos()) {
            return List.of();
        }
        MemoryUse most = Arrays.stream(MemoryUse.values())
                .max(Comparator.comparingLong(memory::held))
                .orElseThrow();
        return List.of(
                "Memory is short, most of it is held by " + most.code()
                        + ": no command is read until there is room; see callport_memory_held_bytes, and raise limits.memory or the heap");
    }
}
