package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.sandbox.vendor.CheckedRequest;
import io.callport.sandbox.vendor.ReceivedRequest;
import io.callport.sandbox.vendor.SandboxAccount;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last requests received, oldest first. Thread-safe. */
final class RequestLog {
    private static final int MAX_BODY_LENGTH = 2_048;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final List<SandboxAccount> accounts;
    private final int most;
    private final long startNanos;

    RequestLog(SandboxSettings settings) {
        this.accounts = settings.accounts();
        this.most = settings.recordedRequests();
        this.startNanos = settings.nanoClock().getAsLong();
    }

    void add(String method, ReceivedRequest request, CheckedRequest checked, String verdict) {
        add(new RecordedRequest(
                checked.account() == null ? null : withoutSecrets(checked.account()),
                method,
                request.path(),
                request.at(),
                Duration.ofNanos(request.nanos() - startNanos),
                verdict,
                text(request.body()),
                trace(request)));
    }

    private synchronized void add(RecordedRequest request) {
        if (requests.size() == most) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> list() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }

    private Map<String, String> trace(ReceivedRequest request) {
        Map<String, String> trace = new HashMap<>();
        for (String name : List.of("traceparent", "tracestate")) {
            String value = request.headers().get(name);
            if (value != null) {
                trace.put(name, shortened(withoutSecrets(value)));
            }
        }
        return trace;
    }

    private String text(byte[] body) {
        // Four bytes are the most that a character takes; cut before searching, so that a huge body costs nothing.
        String start = new String(body, 0, Math.min(body.length, 4 * MAX_BODY_LENGTH), UTF_8);
        return shortened(withoutSecrets(start));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_BODY_LENGTH));
    }

    private String withoutSecrets(String text) {
        String clean = text;
        for (SandboxAccount account : accounts) {
            clean = clean.replace(account.secret(), "***");
        }
        return clean;
    }
}
