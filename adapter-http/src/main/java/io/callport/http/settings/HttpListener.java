package io.callport.http.settings;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears what this adapter does, for metrics and traces. Called on the threads that ask, so it must be thread-safe and quick; what it
 * throws is logged and forgotten.
 */
public interface HttpListener {
    /** Hears nothing. */
    HttpListener NONE = new HttpListener() {};

    /**
     * A request is signed and is about to be sent, on this thread, on which it is also asked for: a trace's context may go with
     * it.
     *
     * @param headers takes names and values of headers to add to the request, of at most 4 KiB of printable ASCII. The
     *     signature does not cover them. What the request has already, and what says how its body or its answer is read, stays as
     *     it is
     */
    default void requestSigned(BiConsumer<String, String> headers) {}

    /**
     * A request ended.
     *
     * @param endpoint its path, as in {@code /openapi/v1/call/query/number}
     * @param refusal why there is no answer; {@code null} if there is one
     * @param took from the first byte of work to the read answer
     */
    default void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took) {}

    /** The signature of an answer is wrong or missing. */
    default void responseSignatureWrong(Account account) {}

    /**
     * A vendor refused a request and its {@code Date} header shows that this machine's clock is off, so that timestamps for
     * this address are corrected from now on.
     *
     * @param offset how far this machine is behind the vendor; negative if it is ahead
     */
    default void clockCorrected(Account account, Duration offset) {}
}
