package io.callport.http.callbot;

import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.settings.HttpAccount;
import io.callport.http.transport.RawResponse;
import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import io.callport.signing.SigningSecret;

/**
 * Verifies the signatures of the responses to one account: the request's formula over the response's headers and raw
 * bytes. The wiki lists the headers (pages stopOrder and ping) but does not write the formula out, so the use of the
 * same formula is an inference. The wiki does not document either whether the packed or the plain bytes of a gzip
 * response are signed, so either is accepted. Only responses with HTTP 200 are verified, and their {@code requestID}
 * must be the request's.
 */
final class CallbotVerifier implements ResponseVerifier {
    private final HttpAccount account;
    private final SigningSecret secret;

    CallbotVerifier(HttpAccount account) {
        this.account = account;
        this.secret = SigningSecret.of(account.secret().reveal());
    }

    @Override
    public boolean verify(RawResponse response) {
        return response.status() != 200 || signed(response);
    }

    private boolean signed(RawResponse response) {
        String requestId = response.header("requestID");
        if (requestId == null || !response.sentHeader("requestID").contains(requestId)) {
            return false;
        }
        try {
            return signed(response, requestId, response.body()) || signed(response, requestId, response.wire());
        } catch (IllegalArgumentException e) {
            return false; // a header that cannot be signed with
        }
    }

    private boolean signed(RawResponse response, String requestId, byte[] body) {
        return CallbotSignature.verify(message(response, requestId, body), response.header("sign"), secret);
    }

    private CallbotMessage message(RawResponse response, String requestId, byte[] body) {
        String algorithm = response.header("algorithm");
        return new CallbotMessage(
                account.account().key(),
                String.valueOf(response.header("createTs")),
                requestId,
                algorithm == null || algorithm.isEmpty() ? account.algorithm() : Algorithm.parse(algorithm),
                body);
    }
}
