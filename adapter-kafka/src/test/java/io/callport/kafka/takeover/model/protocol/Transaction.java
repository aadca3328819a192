package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.protocol.StatePartition.Decision;

/**
 * A transaction from its begin until its marker has reached every partition that it wrote.
 *
 * @param id one at a time for each process: its transactional id
 * @param appended whether its records are in the state partition; also true when it has none
 * @param offsetSent whether the group has accepted its offset; also true when it has none
 */
record Transaction(
        int id,
        Work work,
        boolean appended,
        boolean offsetSent,
        Decision decision,
        boolean markedInState,
        boolean markedInOffsets) {

    /** The partition whose offset a transaction commits. */
    enum Offset {
        THIS_PARTITION,
        ANOTHER_PARTITION,
        NONE
    }

    /**
     * The content of a transaction.
     *
     * @param write keys of the state partition that it writes, if any
     * @param stateInside whether these records are part of the transaction
     * @param lowWater the offset below which every command is done
     * @param published commands whose results it holds, as bits
     * @param announced the command whose request it announces, or -1
     */
    record Work(Contents write, boolean stateInside, Offset offset, int lowWater, int published, int announced) {
        boolean writesState() {
            return write.spent() != Contents.NOT_WRITTEN || write.secondDone();
        }
    }

    static Transaction begun(int id, Work work) {
        return new Transaction(
                id, work, !work.writesState(), work.offset() == Offset.NONE, Decision.OPEN, false, false);
    }

    boolean open() {
        return decision == Decision.OPEN;
    }

    boolean everythingSent() {
        return appended && offsetSent;
    }

    /** Whether a consumer that asks for the committed offset has to wait for this transaction. */
    boolean pendingOffset() {
        return work.offset() == Offset.THIS_PARTITION && offsetSent && !markedInOffsets;
    }

    Transaction named(int newId) {
        return new Transaction(newId, work, appended, offsetSent, decision, markedInState, markedInOffsets);
    }

    Transaction withAppended() {
        return new Transaction(id, work, true, offsetSent, decision, markedInState, markedInOffsets);
    }

    Transaction withOffsetSent() {
        return new Transaction(id, work, appended, true, decision, markedInState, markedInOffsets);
    }

    /** Markers go only to partitions that hold something of it. */
    Transaction decided(Decision how) {
        boolean nothingInState = !work.writesState() || !work.stateInside() || !appended;
        boolean nothingInOffsets = work.offset() != Offset.THIS_PARTITION || !offsetSent;
        return new Transaction(id, work, appended, offsetSent, how, nothingInState, nothingInOffsets);
    }

    Transaction withMarkInState() {
        return new Transaction(id, work, appended, offsetSent, decision, true, markedInOffsets);
    }

    Transaction withMarkInOffsets() {
        return new Transaction(id, work, appended, offsetSent, decision, markedInState, true);
    }

    boolean over() {
        return !open() && markedInState && markedInOffsets;
    }
}
