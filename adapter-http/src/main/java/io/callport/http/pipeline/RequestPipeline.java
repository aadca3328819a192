package io.callport.http.pipeline;

import io.callport.http.reply.Reply;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.OutgoingRequest;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.Transport;
import io.callport.query.QueryFailedException;
import okhttp3.Headers;

/**
 * The way of a request, from its bytes to the vendor's reply: see {@link #exchange}. All accounts share it; what is an
 * account's own comes with the request. Thread-safe.
 *
 * @param listenerHeaders adds the listener's headers
 * @param transport sends the request and receives the response
 * @param unpacker unpacks the response
 */
public record RequestPipeline(ListenerHeaders listenerHeaders, Transport transport, BodyUnpacker unpacker) {
    /**
     * Makes a request of an account.
     *
     * @param body the exact bytes to sign and to send
     * @throws QueryFailedException if a step fails; the failure says whether the request was sent
     */
    public Reply exchange(AccountContext account, Endpoint endpoint, byte[] body) {
        ClockReading time = account.clock().read();
        Headers.Builder headers = endpoint.headers().newBuilder();
        account.signer().sign(body, time.time()).forEach(headers::set);
        listenerHeaders.addTo(headers);
        RawResponse received =
                transport.send(new OutgoingRequest(endpoint.method(), endpoint.url(), headers.build(), body));
        RawResponse response = unpacker.unpack(received);
        account.signatureCheck().check(response);
        return account.decoder().decode(response, time);
    }
}
