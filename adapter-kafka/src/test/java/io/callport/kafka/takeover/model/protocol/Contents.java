package io.callport.kafka.takeover.model.protocol;

/**
 * The contents of the state partition: all its committed records together.
 *
 * @param spent slots of the account that are spent
 * @param secondDone whether the second command is done although the low-water mark is below it
 */
record Contents(int spent, boolean secondDone) {
    static final Contents EMPTY = new Contents(0, false);
    static final int NOT_WRITTEN = -1;

    /** A write names only the keys that it replaces: {@link #NOT_WRITTEN} and false stand for the others. */
    Contents overwrittenBy(Contents write) {
        return new Contents(write.spent() == NOT_WRITTEN ? spent : write.spent(), secondDone || write.secondDone());
    }
}
