package io.callport.memory;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What is held of the memory, in bytes, by use. A ledger counts and compares; it refuses nothing by itself. Of each use one owner
 * says how much it holds. Thread-safe: every thread sees what was set last.
 */
public final class MemoryLedger {
    private final long capacity;
    private final AtomicLongArray held = new AtomicLongArray(MemoryUse.values().length);

    /**
     * Makes a ledger of which nothing is held.
     *
     * @param capacity the bytes that all uses together may take: at least 1
     */
    public MemoryLedger(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("memory: must be at least 1, but is " + capacity);
        }
        this.capacity = capacity;
    }

    /** The bytes that all uses together may take. */
    public long capacity() {
        return capacity;
    }

    /** Says how many bytes a use takes now. */
    public void set(MemoryUse use, long bytes) {
        held.set(use.ordinal(), bytes);
    }

    /** The bytes that a use takes now. */
    public long held(MemoryUse use) {
        return held.get(use.ordinal());
    }

    /** The bytes that all uses take now. */
    public long held() {
        long sum = 0;
        for (int use = 0; use < held.length(); use++) {
            sum += held.get(use);
        }
        return sum;
    }

    /** Whether so little is left that no record should be read: what is in flight and waits needs the last quarter. */
    public boolean scarce() {
        return held() >= capacity - capacity / 4;
    }
}
