package io.callport.http.pipeline;

import feign.Client;
import feign.Request;
import feign.Response;
import io.callport.http.reply.Reply;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.OutgoingRequest;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.Transport;
import io.callport.query.QueryFailedException;
import okhttp3.Headers;

/**
 * The way of a request, from its bytes to the vendor's reply: see {@link #exchange}. All accounts share it; what is an account's own
 * comes with the request. Thread-safe.
 *
 * @param listenerHeaders adds the listener's headers
 * @param transport sends the request and receives the response
 * @param unpacker unpacks the response
 */
public record RequestPipeline(ListenerHeaders listenerHeaders, Transport transport, BodyUnpacker unpacker)
        implements Client {
    private static final byte[] NO_BODY = {};

    /** @throws QueryFailedException if a step fails; the failure says whether the request was sent */
    Reply exchange(AccountContext account, Request request) {
        ClockReading time = account.clock().read();
        byte[] body = body(request);
        Headers.Builder headers = headers(request);
        account.signer().sign(body, time.time()).forEach(headers::set);
        listenerHeaders.of(headers.build()).forEach(headers::set);
        RawResponse received =
                transport.send(new OutgoingRequest(request.httpMethod().name(), request.url(), headers.build(), body));
        RawResponse response = unpacker.unpack(received);
        account.signatureCheck().check(response);
        return account.decoder().decode(response, time);
    }

    /** Feign's view of {@link #exchange}: a response whose body is the reply. Feign's own options have no effect. */
    @Override
    public Response execute(Request request, Request.Options options) {
        Reply reply = exchange(AccountContext.current(), request);
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

    private static Headers.Builder headers(Request request) {
        Headers.Builder headers = OutgoingRequest.usualHeaders();
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> headers.set(name, value));
            }
        });
        return headers;
    }
}
