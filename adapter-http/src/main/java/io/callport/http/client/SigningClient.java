package io.callport.http.client;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs each request of one account right before it is sent: the bytes that are signed are the bytes that are sent. */
public final class SigningClient implements Client {
    private static final byte[] NOTHING = {};

    private final Client next;
    private final Signer signer;

    /** Signs with that signer what then goes to the next client. */
    public SigningClient(Client next, Signer signer) {
        this.next = next;
        this.signer = signer;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        byte[] body = request.body() == null ? NOTHING : request.body();
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        signer.sign(body).forEach((name, value) -> headers.put(name, List.of(value)));
        Request signed = Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
        return next.execute(signed, options);
    }
}
