package io.callport.http.pipeline;

import feign.Client;
import feign.Request;
import feign.Response;
import io.callport.http.reply.Reply;
import io.callport.http.reply.ReplyDecoder;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.Transport;
import io.callport.http.transport.VendorClock;
import io.callport.query.QueryFailedException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of one account's requests, from a request's bytes to the vendor's reply: see {@link #exchange}. Thread-safe.
 *
 * @param clock gives the time of each request, and learns from the request's outcome
 * @param signer signs the exact bytes that are sent
 * @param listenerHeaders adds the listener's headers
 * @param transport sends the request and receives the response
 * @param unpacker unpacks the response
 * @param signatureCheck verifies the response's signature
 * @param decoder makes the reply of the response, or the failure
 */
public record RequestPipeline(
        VendorClock clock,
        RequestSigner signer,
        ListenerHeaders listenerHeaders,
        Transport transport,
        BodyUnpacker unpacker,
        SignatureCheck signatureCheck,
        ReplyDecoder decoder)
        implements Client {
    private static final byte[] NO_BODY = {};

    /** @throws QueryFailedException if a step fails; the failure says whether the request was sent */
    Reply exchange(Request request) {
        ClockReading time = clock.read();
        Request signed = withHeaders(request, signer.sign(body(request), time.time()));
        Request complete = withHeaders(signed, listenerHeaders.of(signed));
        RawResponse received = transport.send(complete);
        RawResponse response = unpacker.unpack(received);
        signatureCheck.check(response);
        return decoder.decode(response, time);
    }

    /** Feign's view of {@link #exchange}: a response whose body is the reply. Feign's own options have no effect. */
    @Override
    public Response execute(Request request, Request.Options options) {
        Reply reply = exchange(request);
        return Response.builder()
                .status(200)
                .request(request)
                .body(new ReplyBody(reply))
                .build();
    }

    /** The reply in a response of {@link #execute}. */
    public static Reply replyIn(Response response) {
        return ((ReplyBody) response.body()).reply();
    }

    private static byte[] body(Request request) {
        return request.body() == null ? NO_BODY : request.body();
    }

    private static Request withHeaders(Request request, Map<String, String> added) {
        if (added.isEmpty()) {
            return request;
        }
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        added.forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
