package io.callport.kafka.takeover.model.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The state partition's log: the records below the last stable offset, folded into its contents, and the records above
 * it.
 *
 * @param folded how many records the last change moved below the last stable offset; 0 in a stored state
 */
record StatePartition(Contents stable, List<Entry> above, int folded) {
    static final StatePartition EMPTY = new StatePartition(Contents.EMPTY, List.of(), 0);

    enum Decision {
        OPEN,
        COMMITTED,
        ABORTED
    }

    record Entry(int transaction, Contents write, Decision decision) {}

    StatePartition appended(int transaction, Contents write, Decision decision) {
        List<Entry> entries = new ArrayList<>(above);
        entries.add(new Entry(transaction, write, decision));
        return fold(entries);
    }

    /** A transaction's marker arrived in this partition. */
    StatePartition marked(int transaction, Decision decision) {
        List<Entry> entries = new ArrayList<>(above);
        entries.replaceAll(entry -> entry.transaction() == transaction && entry.decision() == Decision.OPEN
                ? new Entry(transaction, entry.write(), decision)
                : entry);
        return fold(entries);
    }

    private StatePartition fold(List<Entry> entries) {
        Contents contents = stable;
        int decided = 0;
        while (decided < entries.size() && entries.get(decided).decision() != Decision.OPEN) {
            Entry entry = entries.get(decided++);
            contents = entry.decision() == Decision.COMMITTED ? contents.overwrittenBy(entry.write()) : contents;
        }
        return new StatePartition(contents, List.copyOf(entries.subList(decided, entries.size())), decided);
    }

    StatePartition swapped() {
        List<Entry> renamed = above.stream()
                .map(entry -> new Entry(entry.transaction() ^ 1, entry.write(), entry.decision()))
                .toList();
        return new StatePartition(stable, renamed, folded);
    }

    StatePartition withoutFolded() {
        return new StatePartition(stable, above, 0);
    }
}
