package io.callport.http.callbot.signature;

import feign.Client;
import feign.Request;
import feign.Response;
import io.callport.http.client.AnswerBody;
import io.callport.http.client.Watcher;
import io.callport.http.vendor.Access;
import io.callport.http.vendor.AnswerRules.SignatureCheck;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;
import java.io.IOException;

/**
 * Checks the signatures of one account's answers: the request's formula over the answer's headers and raw bytes. The wiki
 * lists the headers (pages stopOrder and ping) but does not write the formula out, so that it is the same is an inference.
 * Whether the packed or the plain bytes of a gzip answer are signed is not documented either, so that either will do. Only
 * answers with HTTP 200 are looked at, and their {@code requestID} must be the request's.
 */
public final class CheckingClient implements Client {
    private final Client next;
    private final Access access;
    private final SigningSecret secret;
    private final SignatureCheck check;
    private final Watcher watcher;

    /** Checks what the next client answers to that account, and reports to that watcher. */
    public CheckingClient(Client next, Access access, SignatureCheck check, Watcher watcher) {
        this.next = next;
        this.access = access;
        this.secret = SigningSecret.of(access.secret().reveal());
        this.check = check;
        this.watcher = watcher;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Response answer = next.execute(request, options);
        if (answer.status() == 200 && !signed(answer)) {
            watcher.responseSignatureWrong(access.account());
            if (check.refuse()) {
                throw refused();
            }
        }
        return answer;
    }

    private boolean signed(Response answer) {
        AnswerBody body = AnswerBody.of(answer);
        String requestId = AnswerBody.header(answer, "requestID");
        if (requestId == null || !body.sentHeader("requestID").contains(requestId)) {
            return false;
        }
        try {
            return verify(answer, requestId, body.bytes()) || verify(answer, requestId, body.wire());
        } catch (IllegalArgumentException e) {
            return false; // a header that cannot be signed with
        }
    }

    private boolean verify(Response answer, String requestId, byte[] body) {
        return CallbotSignature.verify(message(answer, requestId, body), AnswerBody.header(answer, "sign"), secret);
    }

    private CallbotMessage message(Response answer, String requestId, byte[] body) {
        String algorithm = AnswerBody.header(answer, "algorithm");
        return new CallbotMessage(
                access.account().key(),
                String.valueOf(AnswerBody.header(answer, "createTs")),
                requestId,
                algorithm == null || algorithm.isEmpty() ? access.algorithm() : Algorithm.parse(algorithm),
                body);
    }

    /** Not {@code unauthorized}: it is the answer that cannot be trusted, not the account. */
    private static QueryFailedException refused() {
        return new QueryFailedException(new QueryFailure(
                Reason.MALFORMED_ANSWER,
                "The answer's signature is wrong or missing, and the configuration requires one",
                Sent.YES,
                null,
                new VendorReply(200, null, null, null)));
    }
}
