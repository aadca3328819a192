package io.callport.kafka.takeover.model.identity;

/**
 * The contents of the state partition. Ids are numbers, counted up each time a topic is recreated.
 *
 * @param group whose state the identity record says it is, or {@link #NOBODY} without such a record
 * @param secondDone whether the second command is done although the low-water mark is below it
 * @param spent slots of the account that are spent
 * @param end the high-water mark; it counts transactions, no further than {@link #LAST_END}
 */
record Contents(int group, int topic, boolean secondDone, int spent, int end) {
    static final int NOBODY = -1;
    static final int LAST_END = 3;
    static final Contents EMPTY = new Contents(NOBODY, NOBODY, false, 0, 0);

    Contents withIdentity(int ofGroup, int ofTopic) {
        return new Contents(ofGroup, ofTopic, secondDone, spent, end);
    }

    Contents withSecondDone(boolean done) {
        return new Contents(group, topic, done, spent, end);
    }

    Contents withSpent(int slots) {
        return new Contents(group, topic, secondDone, slots, end);
    }

    Contents longer() {
        return new Contents(group, topic, secondDone, spent, Math.min(LAST_END, end + 1));
    }
}
