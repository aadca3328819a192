package io.callport.webhook;

import static io.callport.webhook.fixture.Callbacks.CALL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.event.EventRefusedException;
import io.callport.event.EventType;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.RecordingListener;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.SuccessReply;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A vendor gets its 200 when the event is safe, not earlier, and is asked to send again otherwise. */
class AcknowledgementTest {
    private static final int ONE_CALL = CALL.getBytes(UTF_8).length;

    private final RecordingSink sink = new RecordingSink();
    private final RecordingListener listener = new RecordingListener();
    private final SimulatedClock clock = new SimulatedClock();
    private final CompletableFuture<Void> safe = new CompletableFuture<>();

    @Test
    void theAnswerWaitsUntilTheEventIsSafe() {
        sink.answer = () -> safe;
        Webhooks webhooks = webhooks(WebhookSettings.WAITING_BYTES);
        CompletableFuture<WebhookReply> reply = webhooks.handle(Callbacks.callbot("call", CALL));

        clock.turn(Duration.ofMillis(4_999));
        assertThat(reply).isNotDone();
        assertThat(webhooks.waitingBytes()).isPositive();
        assertThat(listener.received).isEmpty();

        safe.complete(null);
        assertThat(reply.join().status()).isEqualTo(200);
        assertThat(webhooks.waitingBytes()).isZero();
        assertThat(listener.acknowledged).containsExactly(Duration.ofMillis(4_999));
        assertThat(listener.last()).endsWith(" published");
    }

    @Test
    void afterFiveSecondsTheVendorIsAskedToSendAgainAndTheBytesWaitOn() {
        sink.answer = () -> safe;
        Webhooks webhooks = webhooks(WebhookSettings.WAITING_BYTES);
        CompletableFuture<WebhookReply> reply = webhooks.handle(Callbacks.callbot("call", CALL));

        clock.turn(Duration.ofSeconds(5));
        assertThat(reply.join().status()).isEqualTo(503);
        assertThat(reply.join().headers()).containsEntry("Retry-After", "5");
        assertThat(webhooks.waitingBytes()).isPositive();
        assertThat(listener.received).hasSize(1).allMatch(it -> it.endsWith(" not-acknowledged"));

        safe.complete(null);
        assertThat(webhooks.waitingBytes()).isZero();
        assertThat(listener.received).hasSize(1);
    }

    @Test
    void aRefusalOfTheSinkNamesTheTimeAfterWhichToSendAgain() {
        sink.answer =
                () -> CompletableFuture.failedFuture(new EventRefusedException("full", Duration.ofMillis(12_100)));
        WebhookReply reply = handle(webhooks(WebhookSettings.WAITING_BYTES));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "13");
    }

    @Test
    void aSinkThatFailsOrThrowsLosesNothing() {
        Webhooks webhooks = webhooks(WebhookSettings.WAITING_BYTES);
        sink.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
        assertThat(handle(webhooks).status()).isEqualTo(503);
        sink.answer = () -> {
            throw new IllegalStateException("broken");
        };
        assertThat(handle(webhooks).status()).isEqualTo(503);
        assertThat(webhooks.waitingBytes()).isZero();
    }

    @Test
    void authenticCallbacksThatWaitHaveABound() {
        sink.answer = () -> safe;
        Webhooks webhooks = webhooks(ONE_CALL);
        WebhookRequest call = Callbacks.callbot("call", CALL);
        assertThat(webhooks.handle(call)).isNotDone();

        WebhookReply refused = webhooks.handle(call).join();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers()).containsKey("Retry-After");
        assertThat(listener.last()).endsWith(" overloaded");
        assertThat(sink.events).hasSize(1);
        assertThat(webhooks.waitingBytes()).isLessThanOrEqualTo(ONE_CALL);
    }

    @Test
    void aFloodThatIsNotAuthenticTakesNoneOfThatBound() {
        Webhooks webhooks = webhooks(ONE_CALL);
        WebhookRequest forged = Callbacks.with(Callbacks.callbot("call", CALL), "sign", "0".repeat(32));
        for (int i = 0; i < 100; i++) {
            assertThat(webhooks.handle(forged).join().status()).isEqualTo(401);
        }
        assertThat(handle(webhooks).status()).isEqualTo(200);
        assertThat(webhooks.waitingBytes()).isZero();
    }

    @Test
    void aVendorMayHaveAnAnswerOfItsOwn() {
        WebhookSettings settings = new WebhookSettings(
                Callbacks.ACCOUNTS,
                WebhookSettings.MAX_BODY_BYTES,
                WebhookSettings.WAITING_BYTES,
                WebhookSettings.MAX_AGE,
                Map.of("callbot", new SuccessReply(202, "{\"ok\":true}")));
        WebhookReply reply = handle(Webhooks.of(settings, sink, listener, clock));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).asString().isEqualTo("{\"ok\":true}");
    }

    @Test
    void aListenerThatThrowsLosesNothing() {
        Webhooks webhooks = Webhooks.of(
                WebhookSettings.of(Callbacks.ACCOUNTS),
                sink,
                new WebhookListener() {
                    @Override
                    public void acknowledged(Account account, EventType<?> event, Duration took) {
                        throw new IllegalStateException("broken");
                    }
                },
                clock);
        assertThat(handle(webhooks).status()).isEqualTo(200);
    }

    private Webhooks webhooks(long waitingBytes) {
        return Webhooks.of(
                new WebhookSettings(Callbacks.ACCOUNTS, ONE_CALL, waitingBytes, WebhookSettings.MAX_AGE, Map.of()),
                sink,
                listener,
                clock);
    }

    private static WebhookReply handle(Webhooks webhooks) {
        return webhooks.handle(Callbacks.callbot("call", CALL)).join();
    }
}
