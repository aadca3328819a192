package io.callport.http.pipeline;

import io.callport.http.reply.ReplyDecoder;
import io.callport.http.transport.VendorClock;

/**
 * The parts of the pipeline that belong to one account; all else is shared by all accounts, so that an account at rest
 * is small. They travel with the request: the thread that makes it opens them, and finds them again behind Feign's
 * interface, which has no place for them. Thread-safe.
 *
 * @param clock gives the time of each request, and learns from the request's outcome
 * @param signer signs the exact bytes that are sent
 * @param signatureCheck verifies the response's signature
 * @param decoder makes the reply of the response, or the failure
 */
public record AccountContext(
        VendorClock clock, RequestSigner signer, SignatureCheck signatureCheck, ReplyDecoder decoder) {
    private static final ThreadLocal<AccountContext> CURRENT = new ThreadLocal<>();

    /** Ends the request for whose account a context was opened. */
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    /** Opens this context for the request that this thread is about to make. */
    public Opened open() {
        CURRENT.set(this);
        return CURRENT::remove;
    }

    /** The context that this thread has opened. */
    static AccountContext current() {
        AccountContext opened = CURRENT.get();
        if (opened == null) {
            throw new IllegalStateException("no account is opened on this thread");
        }
        return opened;
    }
}
