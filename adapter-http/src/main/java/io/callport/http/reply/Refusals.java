package io.callport.http.reply;

import feign.Response;
import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.http.client.AnswerBody;
import io.callport.http.client.HttpDate;
import io.callport.http.client.VendorClock;
import io.callport.http.client.Watcher;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one account's complete answers that are no successes into failures. Thread-safe.
 *
 * @param account the account that asked
 * @param secret its secret, to be masked wherever a vendor repeats it
 * @param signatureHeader the request header that holds the signature, to be masked likewise
 * @param reasons what the vendor's codes mean
 * @param clock the vendor's clock, which a refusal may correct
 * @param watcher who is told of that
 */
public record Refusals(
        Account account, Secret secret, String signatureHeader, Reasons reasons, VendorClock clock, Watcher watcher) {
    private static final int LONGEST_MESSAGE = 200;
    private static final int LONGEST_ID = 128;

    /** The vendor, or something on the way to it, said no. */
    QueryFailedException refused(Response answer, @Nullable Envelope envelope) {
        VendorReply said = said(answer, envelope);
        Reason reason = reasons.of(answer.status(), envelope == null ? null : envelope.code());
        Duration behind =
                mayBeTheClock(reason) ? clock.refusedAt(HttpDate.parse(AnswerBody.header(answer, "date"))) : null;
        if (behind != null) {
            watcher.clockCorrected(account, behind);
            return failure(Reason.VENDOR_UNAVAILABLE, clockDetail(behind), answer, said);
        }
        return failure(reason, detail(said), answer, said);
    }

    /** The answer says it is a success, but it is not an answer. */
    QueryFailedException malformed(Response answer, String detail) {
        return failure(Reason.MALFORMED_ANSWER, detail, answer, said(answer, null));
    }

    /** What may be shown of an answer's envelope. */
    VendorReply said(Response answer, @Nullable Envelope envelope) {
        if (envelope == null) {
            return new VendorReply(answer.status(), null, null, null);
        }
        List<String> secrets = new ArrayList<>(AnswerBody.of(answer).sentHeader(signatureHeader));
        secrets.add(secret.reveal());
        Mask mask = new Mask(secrets);
        return new VendorReply(
                answer.status(),
                mask.show(envelope.code(), LONGEST_ID),
                mask.show(envelope.message(), LONGEST_MESSAGE),
                mask.show(envelope.requestId(), LONGEST_ID));
    }

    /** Neither vendor documents how it refuses a wrong time; any refusal of the request as such may be that. */
    private static boolean mayBeTheClock(Reason reason) {
        return reason == Reason.UNAUTHORIZED || reason == Reason.VENDOR_REFUSED;
    }

    private QueryFailedException failure(Reason reason, String detail, Response answer, VendorReply said) {
        Instant date = HttpDate.parse(AnswerBody.header(answer, "date"));
        Duration wait = RetryAfter.parse(AnswerBody.header(answer, "retry-after"), date == null ? clock.now() : date);
        return new QueryFailedException(new QueryFailure(reason, detail, sent(answer.status()), wait, said));
    }

    /** Behind a gateway's 5xx the request may still be on its way to the vendor. */
    private static Sent sent(int status) {
        return status >= 500 ? Sent.MAYBE : Sent.YES;
    }

    private static String detail(VendorReply said) {
        return said.code() == null
                ? "The vendor answered HTTP " + said.httpStatus()
                : "The vendor answered HTTP " + said.httpStatus() + " with its code " + said.code();
    }

    private static String clockDetail(Duration behind) {
        return "The vendor refused a request whose timestamp was "
                + behind.abs().toSeconds() + " s off; the next one is corrected";
    }
}
