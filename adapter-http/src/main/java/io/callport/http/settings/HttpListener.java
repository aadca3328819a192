package io.callport.http.settings;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the requests of this adapter, for metrics and traces. Called on the threads that ask the ports, so it must
 * be thread-safe and quick; its exceptions are logged once and have no other effect.
 */
public interface HttpListener {
    /** A listener that ignores every report. */
    HttpListener NONE = new HttpListener() {};

    /**
     * A request is signed and about to be sent. This is the thread that asks the port, so that a trace's context can
     * travel with the request.
     *
     * @param headers accepts names and values of headers to add to the request, of at most 4 KiB of printable ASCII.
     *     The signature does not cover them. Headers that the request has already, and those that say how its body or
     *     its answer is read, stay as they are
     */
    default void requestSigned(BiConsumer<String, String> headers) {}

    /**
     * A request ended.
     *
     * @param endpoint the request's path, as in {@code /openapi/v1/call/query/number}
     * @param refusal why there is no answer; {@code null} if there is one
     * @param took the time from the start of the request's making to the decoded answer
     */
    default void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took) {}

    /** A vendor refused the account itself, such as its signature. A refusal of one query is not reported here. */
    default void accountRefused(Account account) {}

    /** The signature of an answer is wrong or missing. */
    default void responseSignatureWrong(Account account) {}

    /**
     * A vendor refused a request, perhaps because of its timestamp, and its {@code Date} header shows that this
     * machine's clock may be off, so that the account's timestamps are corrected from now on, unless that does not
     * help.
     *
     * @param offset the time by which this machine is behind the vendor; negative if it is ahead
     */
    default void clockCorrected(Account account, Duration offset) {}

    /** A correction of the clock did not help and is withdrawn: the vendor's {@code Date} header may be wrong. */
    default void clockCorrectionWithdrawn(Account account) {}
}
