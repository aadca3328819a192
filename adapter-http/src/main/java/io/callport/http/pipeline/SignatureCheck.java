package io.callport.http.pipeline;

import io.callport.account.Account;
import io.callport.http.settings.HttpListener;
import io.callport.http.transport.RawResponse;
import io.callport.query.QueryFailedException;
import io.callport.query.Reason;

/**
 * Reports a response whose signature is wrong, and refuses it where the configuration requires one. The reason is not
 * {@link Reason#UNAUTHORIZED}: the fault lies with the response, not with the account's secret.
 *
 * @param account the account that asked
 * @param verifier checks the signatures of its responses
 * @param required whether a response with a wrong signature is refused
 * @param listener the listener of the report
 */
public record SignatureCheck(Account account, ResponseVerifier verifier, boolean required, HttpListener listener) {
    /** @throws QueryFailedException if the signature is wrong and one is required */
    void check(RawResponse response) {
        if (verifier.verify(response)) {
            return;
        }
        listener.responseSignatureWrong(account);
        if (required) {
            throw response.malformed("The answer's signature is wrong or missing, and the configuration requires one");
        }
    }
}
