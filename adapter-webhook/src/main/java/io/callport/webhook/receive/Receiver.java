package io.callport.webhook.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Account;
import io.callport.event.EventRefusedException;
import io.callport.event.EventSink;
import io.callport.event.UnmappedData;
import io.callport.event.VendorEvent;
import io.callport.vendor.json.FieldReader;
import io.callport.vendor.json.Json;
import io.callport.vendor.json.JsonMask;
import io.callport.webhook.map.CallbackKind;
import io.callport.webhook.map.EventId;
import io.callport.webhook.map.EventMapper;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.route.Route;
import io.callport.webhook.route.RoutedPath;
import io.callport.webhook.settings.WebhookClock;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookOutcome;
import io.callport.webhook.settings.WebhookSettings;
import io.callport.webhook.verify.CallbackVerifier;
import io.callport.webhook.verify.Claim;
import io.callport.webhook.verify.KnownAccount;
import io.callport.webhook.verify.VerificationSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The way of a callback: {@link #admit} judges its head, {@link #receive} its body, and the sink's word becomes its
 * answer. Never waits. Thread-safe.
 */
public final class Receiver {
    /** The longest that a vendor waits for its answer: shorter than what HTTP clients wait for. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final WebhookSettings settings;
    private final EventSink sink;
    private final WebhookClock clock;
    private final LoggingListener listener;
    private final CallbackVerifier verifier;
    private final WaitingBytes waiting;
    private final Replies replies;

    /** @throws IllegalArgumentException if two accounts have the same account id */
    public Receiver(
            WebhookSettings settings,
            EventSink sink,
            WebhookClock clock,
            WebhookListener listener,
            VerificationSteps steps) {
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
        this.listener = new LoggingListener(listener, clock);
        this.verifier = new CallbackVerifier(settings.accounts(), steps);
        this.waiting = new WaitingBytes(settings.waitingBytes());
        this.replies = new Replies(settings.replies());
    }

    /** The largest body that is taken, in bytes. */
    public int maxBodyBytes() {
        return settings.maxBodyBytes();
    }

    /** The bytes of authentic callbacks that wait for the sink. */
    public long waitingBytes() {
        return waiting.held();
    }

    /** Judges path, method, length, header forms, token and path secret; the body of the request is not looked at. */
    public Admission admit(WebhookRequest head) {
        RoutedPath path = RoutedPath.of(head.target());
        if (path == null) {
            listener.received(null, null, WebhookOutcome.NO_ROUTE);
            return new Admission.Refused(Replies.of(WebhookOutcome.NO_ROUTE));
        }
        Claim claim = verifier.claim(path, head.headers());
        if (!head.method().equals("POST")) {
            return new Admission.Refused(refuse(claim, WebhookOutcome.WRONG_METHOD));
        }
        if (claim.refused()) {
            return new Admission.Refused(refuse(claim, WebhookOutcome.NOT_AUTHENTIC));
        }
        return isTooLong(head.headers())
                ? new Admission.Refused(refuse(claim, WebhookOutcome.TOO_LARGE))
                : new Admission.Admitted(claim);
    }

    /** Reports that an admitted request is not taken, and says how to answer it. */
    public WebhookReply refuse(Claim claim, WebhookOutcome outcome) {
        report(claim, outcome);
        return Replies.of(outcome);
    }

    private void report(Claim claim, WebhookOutcome outcome) {
        KnownAccount account = claim.account();
        listener.received(
                account == null ? null : account.account().account(),
                claim.route().event(),
                outcome);
    }

    /**
     * Verifies the raw bytes of an admitted request's body, and hands its event to the sink.
     *
     * @param body the exact bytes that came; they must not change any more
     * @return the answer, once it is known; never a failure
     */
    public CompletableFuture<WebhookReply> receive(Claim claim, byte[] body) {
        try {
            return judge(claim, body);
        } catch (RuntimeException e) {
            listener.failed(e);
            return CompletableFuture.completedFuture(refuse(claim, WebhookOutcome.FAILED));
        }
    }

    private CompletableFuture<WebhookReply> judge(Claim claim, byte[] body) {
        long start = clock.nanoTime();
        if (body.length > settings.maxBodyBytes()) {
            return refused(claim, WebhookOutcome.TOO_LARGE);
        }
        boolean proven = claim.proof().test(body);
        KnownAccount account = claim.account();
        if (!proven || account == null) {
            return refused(claim, WebhookOutcome.NOT_AUTHENTIC);
        }
        Instant now = clock.now();
        if (isTooOld(claim.signedAt(), now)) {
            return refused(claim, WebhookOutcome.TOO_OLD);
        }
        ObjectNode json = Json.readObject(body).object();
        if (json == null) {
            return refused(claim, WebhookOutcome.NOT_JSON);
        }
        if (!CallbackKind.matches(claim.route(), json)) {
            return refused(claim, WebhookOutcome.WRONG_KIND);
        }
        if (claim.route() == Route.MOOR
                && !CallbackKind.namesAccount(json, account.account().accountId())) {
            return refused(claim, WebhookOutcome.NOT_AUTHENTIC);
        }
        VendorEvent event = event(claim, account, body, json, now);
        long weight = body.length + Json.weight(body);
        if (!waiting.take(weight)) {
            return refused(claim, WebhookOutcome.OVERLOADED);
        }
        return publish(claim, event, weight, start);
    }

    private VendorEvent event(Claim claim, KnownAccount known, byte[] body, ObjectNode json, Instant now) {
        Account account = known.account().account();
        String eventId = claim.route() == Route.MOOR ? new FieldReader(json).text("eventUniqueId") : null;
        // 7moor's example has empty texts for what is absent: an empty id names no event
        byte[] content = eventId == null || eventId.isBlank() ? body : eventId.getBytes(UTF_8);
        String id = EventId.of(account, claim.route().event(), claim.signedTime(), content);
        JsonMask.mask(json, known.secrets());
        Record data = EventMapper.map(claim.route(), json);
        return new VendorEvent(id, claim.route().event(), account, now, claim.requestId(), data);
    }

    private CompletableFuture<WebhookReply> publish(Claim claim, VendorEvent event, long weight, long start) {
        CompletableFuture<WebhookReply> reply = new CompletableFuture<>();
        AtomicBoolean decided = new AtomicBoolean();
        CompletableFuture<@Nullable Void> overdue = clock.after(MAX_WAIT);
        CompletableFuture<?> unused = publish(event).whenComplete((safe, failure) -> {
            waiting.release(weight);
            if (failure == null) {
                Duration took = Duration.ofNanos(clock.nanoTime() - start);
                listener.acknowledged(event.account(), event.type(), took);
            }
            if (decided.compareAndSet(false, true)) {
                reply.complete(failure == null ? success(claim, event) : later(claim, failure));
            }
            overdue.complete(null);
        });
        unused = overdue.thenRun(() -> {
            if (decided.compareAndSet(false, true)) {
                reply.complete(refuse(claim, WebhookOutcome.NOT_ACKNOWLEDGED));
            }
        });
        return reply;
    }

    private CompletableFuture<Void> publish(VendorEvent event) {
        try {
            return sink.publish(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private WebhookReply success(Claim claim, VendorEvent event) {
        report(claim, event.data() instanceof UnmappedData ? WebhookOutcome.UNMAPPED : WebhookOutcome.PUBLISHED);
        return replies.success(event.account().vendor());
    }

    private WebhookReply later(Claim claim, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        WebhookReply usual = refuse(claim, WebhookOutcome.NOT_ACKNOWLEDGED);
        if (cause instanceof EventRefusedException refused) {
            return Replies.later(refused.retryAfter());
        }
        listener.failed(cause);
        return usual;
    }

    private CompletableFuture<WebhookReply> refused(Claim claim, WebhookOutcome outcome) {
        return CompletableFuture.completedFuture(refuse(claim, outcome));
    }

    private boolean isTooOld(@Nullable Instant signedAt, Instant now) {
        return signedAt != null && Duration.between(signedAt, now).abs().compareTo(settings.maxAge()) > 0;
    }

    private boolean isTooLong(Map<String, List<String>> headers) {
        List<String> lengths = headers.get("content-length");
        return lengths != null
                && lengths.stream()
                        .anyMatch(length ->
                                length.matches("\\d{1,18}") && Long.parseLong(length) > settings.maxBodyBytes());
    }
}
