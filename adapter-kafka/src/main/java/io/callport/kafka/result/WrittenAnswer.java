package io.callport.kafka.result;

import io.callport.query.Answer;

/**
 * An answer as it stands in a result: its JSON. All results of a request, and those of later commands that allow its
 * age, share these bytes. Immutable; nothing changes the array.
 *
 * @param json the answer as JSON, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // answers are carried, never compared
public record WrittenAnswer(byte[] json) implements Answer {
    private static final int OBJECTS = 512; // the outcome, its place in the cache, its query

    /** The bytes that the answer takes in memory. */
    public long weight() {
        return OBJECTS + (long) json.length;
    }
}
