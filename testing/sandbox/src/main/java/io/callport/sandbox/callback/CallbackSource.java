package io.callport.sandbox.callback;

import java.time.Instant;

/** Makes a vendor's callbacks after the vendor's examples. Thread-safe. */
public interface CallbackSource {
    /** Whether the vendor pushes callbacks of that kind. */
    boolean makes(CallbackKind kind);

    /**
     * Makes a callback with new ids.
     *
     * @param credentials what makes the callback authentic
     * @param now the time of sending
     * @param place the callback's place among those that are sent together
     */
    SampleCallback make(CallbackKind kind, CallbackCredentials credentials, Instant now, Place place);

    /**
     * A place among callbacks that are sent together.
     *
     * @param batch an id of all of them
     * @param number the callback's number, from 0
     */
    record Place(String batch, int number) {}
}
