package io.callport.memory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that is held, in bytes, by use. A ledger counts and compares; it refuses nothing by itself. Of each use
 * one owner says how much it holds. Thread-safe: every thread sees what was set last.
 */
public final class MemoryLedger {
    private final long capacity;
    private final AnswerMemory answers;
    private final Map<MemoryUse, AtomicLong> held = new EnumMap<>(MemoryUse.class);

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
        this.answers = new AnswerMemory(this);
        for (MemoryUse use : MemoryUse.values()) {
            held.put(use, new AtomicLong());
        }
    }

    /** The bytes that all uses together may take. */
    public long capacity() {
        return capacity;
    }

    /** Says how many bytes a use takes now. */
    public void set(MemoryUse use, long bytes) {
        of(use).set(bytes);
    }

    /** Adds bytes to a use of which many threads hold a part, or takes them away. */
    void add(MemoryUse use, long bytes) {
        of(use).addAndGet(bytes);
    }

    /** The memory of answers while their requests are in flight. */
    public AnswerMemory answers() {
        return answers;
    }

    /** The bytes that a use takes now. */
    public long held(MemoryUse use) {
        return of(use).get();
    }

    /** The bytes that all uses take now. */
    public long held() {
        return held.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** Whether so little is left that no record should be read: what is in flight and waits needs the last quarter. */
    public boolean scarce() {
        return held() >= capacity - capacity / 4;
    }

    private AtomicLong of(MemoryUse use) {
        return Objects.requireNonNull(held.get(use)); // every use is there from the start
    }
}
