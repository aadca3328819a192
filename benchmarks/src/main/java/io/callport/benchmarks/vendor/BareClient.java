package io.callport.benchmarks.vendor;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An HTTP client as its own documentation shows it, with nothing around it. Thread-safe. */
public interface BareClient extends AutoCloseable {
    /**
     * A response.
     *
     * @param header the first value of a header by its name; empty text if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // responses are never compared
    record Response(int status, UnaryOperator<String> header, byte[] body) {}

    /**
     * Sends a request with JSON and waits for the response.
     *
     * @throws IOException if no response comes
     */
    Response post(URI endpoint, Map<String, String> headers, byte[] json) throws IOException;

    @Override
    void close();
}
