package io.callport.kafka.changelog;

import io.callport.account.Account;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of one state partition: of each key, the last record. It is filled in the order of the records' offsets.
 * One thread owns it.
 */
public final class StateContents {
    private static final int MAX_SHOWN_KEY_LENGTH = 200;

    private final Map<Account, AccountState> accounts = new LinkedHashMap<>();
    private final NavigableMap<Long, BitSet> chunks = new TreeMap<>();
    private @Nullable PartitionIdentity identity;
    private @Nullable OriginKey originKey;
    private @Nullable String problem;
    private long lastOffset = -1;
    private long bytes;
    private long records;

    /** Adds the next record. Throws no exception: a record that cannot be read is a {@link #problem}. */
    public void add(long offset, byte @Nullable [] key, byte @Nullable [] value) {
        lastOffset = offset;
        records++;
        bytes += (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        try {
            add(key == null ? new byte[0] : key, value);
        } catch (UnreadableRecordException e) {
            if (problem == null) {
                problem = "The state record at offset " + offset + " with " + name(key) + " " + e.getMessage();
            }
        }
    }

    /** The accounts with slots that are not free. */
    public Map<Account, AccountState> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    /** The chunks of offsets that are done, by number, as in {@link DoneChunk}. */
    public NavigableMap<Long, BitSet> chunks() {
        return Collections.unmodifiableNavigableMap(chunks);
    }

    /** The group and topic that the state belongs to; {@code null} if no record says it. */
    public @Nullable PartitionIdentity identity() {
        return identity;
    }

    /** The key of the group's own headers, which only partition 0 has; {@code null} if no record has it. */
    public @Nullable OriginKey originKey() {
        return originKey;
    }

    /**
     * The first record that cannot be read, and what to do, as a sentence without its full stop; {@code null} if there
     * is none. The rest must not be used then: it may have fewer slots than were spent.
     */
    public @Nullable String problem() {
        return problem;
    }

    /** The offset of the last record; -1 if there is none. */
    public long lastOffset() {
        return lastOffset;
    }

    /** The number of bytes in the keys and values of all added records. */
    public long bytes() {
        return bytes;
    }

    /** The number of added records, tombstones too. */
    public long records() {
        return records;
    }

    private void add(byte[] key, byte @Nullable [] value) throws UnreadableRecordException {
        String text = new String(key, StandardCharsets.ISO_8859_1);
        if (text.startsWith(AccountState.KEY_PREFIX)) {
            addAccount(AccountState.accountOf(text), key, value);
        } else if (text.startsWith(DoneChunk.KEY_PREFIX)) {
            addChunk(DoneChunk.numberOf(text), key, value);
        } else if (text.equals(PartitionIdentity.KEY)) {
            identity = value == null ? null : PartitionIdentity.read(StateRecord.content(key, value));
        } else if (text.equals(OriginKey.KEY)) {
            originKey = value == null ? null : OriginKey.read(StateRecord.content(key, value));
        } else {
            throw UnreadableRecordException.unknownKey();
        }
    }

    private void addAccount(Account account, byte[] key, byte @Nullable [] value) throws UnreadableRecordException {
        if (value == null) {
            accounts.remove(account);
        } else {
            accounts.put(account, AccountState.read(account, StateRecord.content(key, value)));
        }
    }

    private void addChunk(long number, byte[] key, byte @Nullable [] value) throws UnreadableRecordException {
        if (value == null) {
            chunks.remove(number);
        } else {
            chunks.put(
                    number,
                    DoneChunk.read(number, StateRecord.content(key, value)).done());
        }
    }

    private static String name(byte @Nullable [] key) {
        if (key == null) {
            return "no key";
        }
        boolean shown = key.length > 0 && key.length <= MAX_SHOWN_KEY_LENGTH;
        for (byte each : key) {
            shown &= each >= ' ' && each <= '~';
        }
        return shown ? "key " + new String(key, StandardCharsets.US_ASCII) : "a key of " + key.length + " bytes";
    }
}
