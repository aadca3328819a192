package io.callport.sandbox.vendor;

import io.callport.sandbox.fault.Fault;
import org.jspecify.annotations.Nullable;

/** A stand-in vendor. Thread-safe. */
public interface Vendor {

    /** Whether it has an endpoint of that path. */
    boolean serves(String path);

    /** Checks a request, and counts it. */
    CheckedRequest judge(ReceivedRequest request);

    /** Answers a request that it accepted, with the fault if that shows in an answer; transport faults it ignores. */
    Reply answer(ReceivedRequest request, @Nullable Fault fault);
}
