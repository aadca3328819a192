package io.callport.http.reply;

import io.callport.account.Account;
import io.callport.http.secrets.KnownSecrets;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpListener;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.VendorClock;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns one account's complete responses that are no successes into failures. Thread-safe.
 *
 * @param account the account that asked
 * @param secrets masks its secret wherever a vendor repeats it
 * @param signatureHeader the request header that holds the signature, masked likewise
 * @param reasons the meaning of the vendor's codes
 * @param clock the vendor's clock, which a refusal may correct
 * @param listener the listener of that correction
 */
public record FailureMapper(
        Account account,
        KnownSecrets secrets,
        String signatureHeader,
        ReasonTable reasons,
        VendorClock clock,
        HttpListener listener) {
    private static final CodeMeaning OF_THE_CLOCK = CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_MESSAGE = 200;
    private static final int LONGEST_ID = 128;

    /** The failure of a request that the vendor, or something on the way to the vendor, refused. */
    QueryFailedException refused(RawResponse response, @Nullable Envelope envelope) {
        VendorReply vendorReply = vendorReply(response, envelope);
        CodeMeaning meaning = meaning(response, envelope);
        Duration behind = mayBeTheClock(meaning.reason()) ? clock.correctAfterRefusal(date(response)) : null;
        if (behind != null) {
            listener.clockCorrected(account, behind);
            return failure(OF_THE_CLOCK, clockDetail(behind), response, vendorReply);
        }
        if (meaning.equals(CodeMeaning.UNAUTHORIZED)) {
            listener.accountRefused(account);
        }
        return failure(meaning, detail(vendorReply), response, vendorReply);
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
                mask.show(envelope.code(), LONGEST_ID),
                mask.show(envelope.message(), LONGEST_MESSAGE),
                mask.show(envelope.requestId(), LONGEST_ID));
    }

    /**
     * Whether a wrong time may be the cause. No vendor documents how it refuses a wrong time; any refusal of the
     * request as such may be that.
     */
    private static boolean mayBeTheClock(Reason reason) {
        return reason == Reason.UNAUTHORIZED || reason == Reason.VENDOR_REFUSED;
    }

    /** The meaning of the code or the status; too many requests are always the account's. */
    private CodeMeaning meaning(RawResponse response, @Nullable Envelope envelope) {
        CodeMeaning meaning = reasons.of(response.status(), envelope == null ? null : envelope.code());
        return response.status() == TOO_MANY_REQUESTS ? new CodeMeaning(meaning.reason(), Scope.ACCOUNT) : meaning;
    }

    private QueryFailedException failure(
            CodeMeaning meaning, String detail, RawResponse response, VendorReply vendorReply) {
        Instant date = date(response);
        Duration retryAfter = TimeHeaders.retryAfter(response.header("retry-after"), date == null ? clock.now() : date);
        return new QueryFailedException(
                new QueryFailure(meaning.reason(), detail, response.sent(), meaning.scope(), retryAfter, vendorReply));
    }

    private static @Nullable Instant date(RawResponse response) {
        return TimeHeaders.date(response.header("date"));
    }

    private static String detail(VendorReply vendorReply) {
        return vendorReply.code() == null
                ? "The vendor answered HTTP " + vendorReply.httpStatus()
                : "The vendor answered HTTP " + vendorReply.httpStatus() + " with its code " + vendorReply.code();
    }

    private static String clockDetail(Duration behind) {
        return "The vendor refused a request whose timestamp was "
                + behind.abs().toSeconds() + " s off; the next one is corrected";
    }
}
