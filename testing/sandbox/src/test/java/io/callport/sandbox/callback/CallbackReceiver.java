package io.callport.sandbox.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** Receives callbacks and judges each by the vendors' documents; its signatures share nothing with the sandbox's. */
final class CallbackReceiver implements AutoCloseable {
    private static final String CALLBOT_SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    private static final String NXLINK_SECRET = "abciiiko2k3";

    /** A callback as it came. */
    record Received(String path, Headers headers, String body, String algorithm) {}

    private final List<Received> authentic = new CopyOnWriteArrayList<>();
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final IntUnaryOperator status;

    /**
     * Starts a receiver on a free port.
     *
     * @param status the status for an authentic callback, by the number of callbacks before it
     */
    CallbackReceiver(IntUnaryOperator status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Received> authentic() {
        return authentic;
    }

    List<Received> all() {
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        String algorithm = algorithm(path, exchange.getRequestHeaders(), new String(body, UTF_8));
        Received received = new Received(path, exchange.getRequestHeaders(), new String(body, UTF_8), algorithm);
        int before;
        synchronized (all) {
            before = all.size();
            all.add(received);
            if (!algorithm.isEmpty()) {
                authentic.add(received);
            }
        }
        exchange.sendResponseHeaders(algorithm.isEmpty() ? 401 : status.applyAsInt(before), -1);
        exchange.close();
    }

    /** The algorithm of a valid signature, {@code none} where token or path make a callback authentic, else empty. */
    private static String algorithm(String path, Headers headers, String body) {
        if (path.matches("/webhooks/callbot/(call|order|task)")) {
            String raw = CALLBOT_SECRET + "&body=" + body + "&createTs=" + headers.getFirst("createTs") + "&requestID="
                    + headers.getFirst("requestID") + "&uuid=" + headers.getFirst("uuid");
            return signer(headers.getFirst("sign"), raw, true);
        }
        if (path.equals("/webhooks/nxlink/record")) {
            String raw = "accessKey=fme2na3kdi3ki&action=callback&bizType=8&ts=" + headers.getFirst("ts") + "&body="
                    + body + "&accessSecret=" + NXLINK_SECRET;
            String signer = signer(headers.getFirst("sign"), raw, false);
            boolean named = signer.toLowerCase(Locale.ROOT).equals(headers.getFirst("algorithm"));
            return named && List.of("8").equals(headers.get("bizType")) ? signer : "";
        }
        boolean token = path.equals("/webhooks/nxlink/fme2na3kdi3ki/record")
                && List.of("sandbox-nxlink-token").equals(headers.get("token"));
        return token || path.equals("/webhooks/7moor/2000103/sandbox-7moor-path-secret") ? "none" : "";
    }

    private static String signer(String sign, String raw, boolean upperCase) {
        for (String algorithm : List.of("MD5", "SHA-256")) {
            String hex = HexFormat.of().formatHex(digest(algorithm, raw));
            if (sign.equals(upperCase ? hex.toUpperCase(Locale.ROOT) : hex)) {
                return algorithm.replace("-", "");
            }
        }
        return "";
    }

    private static byte[] digest(String algorithm, String raw) {
        try {
            return MessageDigest.getInstance(algorithm).digest(raw.getBytes(UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
