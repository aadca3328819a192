package io.callport.kafka.takeover.model.identity;

/**
 * The beginning of the work on a partition.
 *
 * @param blocked whether it waits for an operator instead
 * @param doneCounts whether the done chunks belong to the offset
 * @param spent slots that count as spent
 */
record Decision(boolean blocked, int offset, boolean doneCounts, int spent) {
    static final Decision BLOCKED = new Decision(true, 0, false, 0);

    static Decision begin(int offset, boolean doneCounts, int spent) {
        return new Decision(false, offset, doneCounts, spent);
    }

    /** The decision at takeover, so that the model can try another one. */
    interface Rule {
        Decision decide(Facts facts);
    }
}
