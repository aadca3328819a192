package io.callport.http.pipeline;

import io.callport.http.reply.ReplyDecoder;
import io.callport.http.transport.VendorClock;

/**
 * The parts of the pipeline that belong to one account; all else is shared by all accounts, so that an account at rest
 * is small. Thread-safe.
 *
 * @param clock gives the time of each request, and learns from the request's outcome
 * @param signer signs the exact bytes that are sent
 * @param signatureCheck verifies the response's signature
 * @param decoder makes the reply of the response, or the failure
 */
public record AccountContext(
        VendorClock clock, RequestSigner signer, SignatureCheck signatureCheck, ReplyDecoder decoder) {}
