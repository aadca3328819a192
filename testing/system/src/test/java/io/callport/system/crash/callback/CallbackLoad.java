package io.callport.system.crash.callback;

import io.callport.sandbox.callback.CallbackCredentials;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSource;
import io.callport.sandbox.callback.SampleCallback;
import io.callport.sandbox.callbot.CallbotCallbacks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A vendor that pushes callbacks, each of them byte for byte again until its answer is 200, through every outage.
 * Thread-safe.
 */
final class CallbackLoad implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final Duration BEFORE_NEXT = Duration.ofMillis(5);
    private static final Duration BEFORE_REPEAT = Duration.ofMillis(200);

    private final CallbackSource source = new CallbotCallbacks();
    private final CallbackCredentials credentials;
    private final URI receiver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private CallbackLoad(URI receiver, CallbackCredentials credentials) {
        this.receiver = receiver;
        this.credentials = credentials;
    }

    /** Starts to push callbacks to a receiver. */
    static CallbackLoad start(URI receiver, CallbackCredentials credentials) {
        CallbackLoad load = new CallbackLoad(receiver, credentials);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(load::push, "crash-callbacks-" + i);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    /** The ids of the events that the callbacks become, as docs/contract.md has them. */
    Set<String> sent() {
        return Set.copyOf(sent);
    }

    /** The ids of the events whose callbacks got a 200. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** The number of callbacks that got a 200. */
    int count() {
        return acknowledged.size();
    }

    /** The number of answers by status; 0 where there was none. */
    Map<Integer, AtomicInteger> statuses() {
        return statuses;
    }

    /** Pushes no new callback; each one that was begun is repeated until its answer is 200. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while callbacks are being repeated", e);
        }
    }

    private void push() {
        for (int i = 0; !stopping; i++) {
            CallbackKind kind = i % 3 == 0 ? CallbackKind.TASK : CallbackKind.CALL;
            pushUntilTaken(kind, source.make(kind, credentials, Instant.now(), new CallbackSource.Place("crash", i)));
            LockSupport.parkNanos(BEFORE_NEXT.toNanos());
        }
    }

    private void pushUntilTaken(CallbackKind kind, SampleCallback callback) {
        String id = eventId(kind, callback);
        sent.add(id);
        int status = status(callback);
        while (status != 200) {
            LockSupport.parkNanos(BEFORE_REPEAT.toNanos());
            status = status(callback);
        }
        acknowledged.add(id);
    }

    private int status(SampleCallback callback) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.resolve(callback.path()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(callback.body()));
        callback.headers().forEach(request::header);
        int status;
        try {
            status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            status = 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while pushing a callback", e);
        }
        statuses.computeIfAbsent(status, each -> new AtomicInteger()).incrementAndGet();
        return status;
    }

    private String eventId(CallbackKind kind, SampleCallback callback) {
        String event = kind == CallbackKind.TASK ? "call-info.task" : "call-info.call";
        String part = kind == CallbackKind.TASK ? callback.headers().get("createTs") : "";
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (credentials.account().id() + "\n" + event + "\n" + part + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(callback.body())).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
