package io.callport.sandbox.vendor;

import io.callport.sandbox.fault.Fault;
import org.jspecify.annotations.Nullable;

/** A stand-in vendor. Thread-safe. */
public interface Vendor {

    /** Whether the vendor has an endpoint of that path. */
    boolean serves(String path);

    /** Checks a request, and counts it against the limit. */
    CheckedRequest check(ReceivedRequest request);

    /** Answers an accepted request, with the fault if it changes the answer; faults of the connection are ignored. */
    Reply answer(ReceivedRequest request, @Nullable Fault fault);
}
