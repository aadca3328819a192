package io.callport.sandbox.callback;

import io.callport.sandbox.callback.CallbackBatch.Pace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Sends callbacks to the receiver of the settings, on threads of its own. Thread-safe. */
final class CallbackSender {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** More than the receiver takes at most: it says 503 after five seconds without Kafka's acknowledgement. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI receiver;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    CallbackSender(URI receiver) {
        this.receiver = receiver;
    }

    /** Sends each callback until its answer is 200 or its attempts are used up; those of one subject in their order. */
    CompletableFuture<List<SentCallback>> send(List<SampleCallback> callbacks, Pace pace) {
        Map<String, List<SampleCallback>> bySubject = callbacks.stream()
                .collect(Collectors.groupingBy(SampleCallback::subject, LinkedHashMap::new, Collectors.toList()));
        ExecutorService threads = Executors.newFixedThreadPool(pace.concurrency(), CallbackSender::daemon);
        List<CompletableFuture<List<SentCallback>>> groups = bySubject.values().stream()
                .map(group -> CompletableFuture.supplyAsync(() -> sendInOrder(group, pace), threads))
                .toList();
        return CompletableFuture.allOf(groups.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> threads.shutdown())
                .thenApply(done ->
                        groups.stream().flatMap(group -> group.join().stream()).toList());
    }

    private List<SentCallback> sendInOrder(List<SampleCallback> group, Pace pace) {
        List<SentCallback> sent = new ArrayList<>();
        for (SampleCallback callback : group) {
            sent.add(send(callback, pace));
        }
        return sent;
    }

    private SentCallback send(SampleCallback callback, Pace pace) {
        SentCallback last = attempt(callback, 1);
        while (!last.accepted() && last.attempts() < pace.attempts()) {
            sleep(pace.pause());
            last = attempt(callback, last.attempts() + 1);
        }
        return last;
    }

    private SentCallback attempt(SampleCallback callback, int number) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(callback))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(callback.body()));
        callback.headers().forEach(request::header);
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return new SentCallback(callback.ids(), status, null, number);
        } catch (IOException e) {
            return new SentCallback(callback.ids(), null, problem(e), number);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sending callbacks", e);
        }
    }

    private URI address(SampleCallback callback) {
        return URI.create(receiver.toString().replaceAll("/+$", "") + callback.path());
    }

    /** Says in words what happened, without the path, which may hold a secret. */
    private String problem(IOException e) {
        if (e instanceof ConnectException) {
            return "nothing listens at " + receiver;
        }
        return e instanceof HttpTimeoutException
                ? "no answer within " + TIMEOUT.toSeconds() + " seconds"
                : "the connection ended before an answer came";
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sending callbacks", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-callbacks");
        thread.setDaemon(true);
        return thread;
    }
}
