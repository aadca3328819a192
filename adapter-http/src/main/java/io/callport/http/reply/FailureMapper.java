package io.callport.http.reply;

import io.callport.account.Account;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpListener;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.VendorClock;
import io.callport.http.transport.VendorClock.Verdict;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import io.callport.vendor.secrets.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one account's complete responses that are no successes into failures. Thread-safe.
 *
 * @param account the account that asked
 * @param secrets masks its secret wherever a vendor repeats it
 * @param signatureHeader the request header that holds the signature, masked likewise
 * @param reasons the meaning of the vendor's codes
 * @param clock the vendor's clock, which learns from answers and refusals
 * @param listener the listener of its corrections
 */
public record FailureMapper(
        Account account,
        KnownSecrets secrets,
        String signatureHeader,
        ReasonTable reasons,
        VendorClock clock,
        HttpListener listener) {
    private static final CodeMeaning OF_THE_TIMESTAMP = CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "retry-after";

    /**
     * The wait where one is asked for and cannot be read: half of the one window that a vendor documents, 7moor's
     * minute.
     */
    private static final Duration UNREADABLE_WAIT = Duration.ofSeconds(30);

    private static final int MAX_MESSAGE_LENGTH = 200;
    private static final int MAX_ID_LENGTH = 128;

    /** Notes an answer, which proves that the request's timestamp was good. */
    void accepted(RawResponse response, ClockReading time) {
        clock.accepted(time, date(response));
    }

    /**
     * The failure of a request that the vendor, or something on the way to the vendor, refused.
     *
     * @param time the time with which the request was signed
     */
    QueryFailedException refused(RawResponse response, @Nullable Envelope envelope, ClockReading time) {
        VendorReply vendorReply = vendorReply(response, envelope);
        CodeMeaning meaning = meaning(response, envelope);
        String ofTheTimestamp = timestampDetail(verdict(meaning, response, envelope, time), time);
        if (ofTheTimestamp != null) {
            return failure(OF_THE_TIMESTAMP, ofTheTimestamp, response, vendorReply);
        }
        if (meaning.equals(CodeMeaning.UNAUTHORIZED)) {
            listener.accountRefused(account);
        }
        return failure(meaning, detail(vendorReply), response, vendorReply);
    }

    /**
     * Lets the clock learn from a refusal, if that is about the signature or the timestamp, and reports what changed.
     */
    private Verdict verdict(CodeMeaning meaning, RawResponse response, @Nullable Envelope envelope, ClockReading time) {
        if (meaning.reason() != Reason.UNAUTHORIZED && meaning.reason() != Reason.VENDOR_REFUSED) {
            return Verdict.UNRELATED;
        }
        boolean named = envelope != null && reasons.namesTimestamp(envelope);
        if (!named && !meaning.equals(CodeMeaning.UNAUTHORIZED)) {
            if (!reasons.knows(envelope) && clock.refusedForUnknownCause(time)) {
                listener.clockCorrectionWithdrawn(account);
            }
            return Verdict.UNRELATED;
        }
        Verdict verdict = clock.refused(time, date(response), named);
        if (verdict == Verdict.CORRECTED) {
            listener.clockCorrected(account, clock.offset());
        } else if (verdict == Verdict.WITHDRAWN || verdict == Verdict.REFUTED) {
            listener.clockCorrectionWithdrawn(account);
        }
        return verdict;
    }

    /**
     * The sentence for a refusal after which the same request, signed again, may be accepted; {@code null} if it may
     * not.
     */
    private @Nullable String timestampDetail(Verdict verdict, ClockReading time) {
        return switch (verdict) {
            case CORRECTED ->
                "The vendor refused a request whose timestamp was "
                        + clock.offset().minus(time.offset()).abs().toSeconds()
                        + " s off by the answer's Date header; the next one is corrected";
            case WITHDRAWN ->
                "The vendor refused a request whose timestamp was corrected by its Date header; the next one is not";
            case SUPERSEDED ->
                "The vendor refused a request that was signed before the correction of the clock was changed";
            case UNRELATED, REFUTED -> null;
        };
    }

    /** The failure of a response whose HTTP status says success, but whose body is not the vendor's. */
    QueryFailedException malformed(RawResponse response, String detail) {
        return failure(CodeMeaning.ofQuery(Reason.MALFORMED_ANSWER), detail, response, vendorReply(response, null));
    }

    /** The parts of a response's envelope that may be shown. */
    VendorReply vendorReply(RawResponse response, @Nullable Envelope envelope) {
        if (envelope == null) {
            return new VendorReply(response.status(), null, null, null);
        }
        SecretMask mask = new SecretMask(secrets.and(response.sentHeader(signatureHeader)));
        return new VendorReply(
                response.status(),
                mask.show(envelope.code(), MAX_ID_LENGTH),
                mask.show(envelope.message(), MAX_MESSAGE_LENGTH),
                mask.show(envelope.requestId(), MAX_ID_LENGTH));
    }

    /**
     * The meaning of the code or the status. Too many requests are always the account's; and a wait that is asked for,
     * but cannot be read, is taken for the account's too, for nobody knows whose else it is.
     */
    private CodeMeaning meaning(RawResponse response, @Nullable Envelope envelope) {
        CodeMeaning meaning = reasons.of(response.status(), envelope == null ? null : envelope.code());
        return response.status() == TOO_MANY_REQUESTS || asksForUnreadableWait(response)
                ? new CodeMeaning(meaning.reason(), Scope.ACCOUNT)
                : meaning;
    }

    private QueryFailedException failure(
            CodeMeaning meaning, String detail, RawResponse response, VendorReply vendorReply) {
        Duration retryAfter = asksForUnreadableWait(response) ? UNREADABLE_WAIT : retryAfter(response);
        return new QueryFailedException(
                new QueryFailure(meaning.reason(), detail, response.sent(), meaning.scope(), retryAfter, vendorReply));
    }

    private boolean asksForUnreadableWait(RawResponse response) {
        return (response.status() == TOO_MANY_REQUESTS || response.status() == SERVICE_UNAVAILABLE)
                && !response.headers(RETRY_AFTER).isEmpty()
                && retryAfter(response) == null;
    }

    private @Nullable Duration retryAfter(RawResponse response) {
        List<String> headers = response.headers(RETRY_AFTER);
        if (headers.isEmpty()) {
            return null;
        }
        Instant date = date(response);
        return TimeHeaders.retryAfter(headers, date == null ? clock.read().time() : date);
    }

    private @Nullable Instant date(RawResponse response) {
        return TimeHeaders.date(response.header("date"), clock.read().local());
    }

    private static String detail(VendorReply vendorReply) {
        return vendorReply.code() == null
                ? "The vendor answered HTTP " + vendorReply.httpStatus()
                : "The vendor answered HTTP " + vendorReply.httpStatus() + " with its code " + vendorReply.code();
    }
}
