package io.callport.webhook;

import io.callport.event.EventSink;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.receive.Admission;
import io.callport.webhook.receive.Receiver;
import io.callport.webhook.settings.WebhookClock;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookSettings;
import io.callport.webhook.verify.VerificationSteps;
import java.util.concurrent.CompletableFuture;

/**
 * Receives what vendors push, whatever server it came through: verifies it over the raw bytes, maps it to an event, and
 * answers once a sink has said that the event is safe. Has no thread and never waits. Thread-safe.
 */
public final class Webhooks {
    private final Receiver receiver;

    private Webhooks(Receiver receiver) {
        this.receiver = receiver;
    }

    /**
     * A receiver with the clock of this machine.
     *
     * @throws IllegalArgumentException if two accounts have the same account id; the message names them
     */
    public static Webhooks of(WebhookSettings settings, EventSink sink, WebhookListener listener) {
        return of(settings, sink, listener, WebhookClock.system());
    }

    /**
     * A receiver with a clock.
     *
     * @throws IllegalArgumentException if two accounts have the same account id; the message names them
     */
    public static Webhooks of(WebhookSettings settings, EventSink sink, WebhookListener listener, WebhookClock clock) {
        return new Webhooks(new Receiver(settings, sink, clock, listener, VerificationSteps.NONE));
    }

    /**
     * Handles a request that came whole. Servers bound the size of bodies and the time for them before.
     *
     * @return the answer, once it is known, at most 5 seconds later; never a failure
     */
    public CompletableFuture<WebhookReply> handle(WebhookRequest request) {
        Admission admission = receiver.admit(request);
        return admission instanceof Admission.Admitted admitted
                ? receiver.receive(admitted.claim(), request.body())
                : CompletableFuture.completedFuture(((Admission.Refused) admission).reply());
    }

    /** The bytes of authentic callbacks that wait for the sink now. */
    public long waitingBytes() {
        return receiver.waitingBytes();
    }

    Receiver receiver() {
        return receiver;
    }
}
