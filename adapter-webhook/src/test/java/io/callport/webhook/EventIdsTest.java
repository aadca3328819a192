package io.callport.webhook;

import static io.callport.webhook.fixture.Callbacks.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.signing.Algorithm;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A callback that is sent twice is one event, by its id; the ids here were made with Python's hashlib. */
class EventIdsTest {
    private final RecordingSink sink = new RecordingSink();
    private final SimulatedClock clock = new SimulatedClock();
    private final Webhooks webhooks =
            Webhooks.of(WebhookSettings.of(Callbacks.ACCOUNTS), sink, WebhookListener.NONE, clock);

    @Test
    void anOrdersIdIsOfItsRawBody() {
        assertThat(id(Callbacks.callbot("order", Callbacks.ORDER))).isEqualTo("a145b665ae36605627217a126984c321");
        clock.turn(Duration.ofMinutes(1));
        WebhookRequest again = Callbacks.callbot(
                "order", Callbacks.CALLBOT, Algorithm.MD5, NOW.plusSeconds(60), Callbacks.ORDER.getBytes(UTF_8));
        assertThat(id(again)).isEqualTo("a145b665ae36605627217a126984c321");
        assertThat(id(Callbacks.callbot("order", Callbacks.ORDER + " ")))
                .isNotEqualTo("a145b665ae36605627217a126984c321");
        assertThat(id(Callbacks.callbot("call", Callbacks.ORDER))).isNotEqualTo("a145b665ae36605627217a126984c321");
    }

    @Test
    void aTasksIdIsOfItsSignedTimeToo() {
        assertThat(id(Callbacks.callbot("task", Callbacks.TASK))).isEqualTo("841784b124c0d2a5a6af022f05ee97d6");
        WebhookRequest later = Callbacks.callbot(
                "task", Callbacks.CALLBOT, Algorithm.MD5, NOW.plusSeconds(1), Callbacks.TASK.getBytes(UTF_8));
        assertThat(id(later)).isNotEqualTo("841784b124c0d2a5a6af022f05ee97d6");
    }

    @Test
    void aStatesIdIsOfItsVendorsId() {
        assertThat(id(Callbacks.moor(Callbacks.STATE))).isEqualTo("9e1d08611b0595a171259e43626493f9");
        assertThat(id(Callbacks.moor(Callbacks.STATE.replace("坐席", "other"))))
                .isEqualTo("9e1d08611b0595a171259e43626493f9");
        String none = Callbacks.STATE.replace("eventUniqueId", "eventId");
        assertThat(id(Callbacks.moor(none)))
                .isEqualTo(id(Callbacks.moor(none)))
                .isNotEqualTo(id(Callbacks.moor(none + " ")));
    }

    @Test
    void anEmptyIdNamesNoEvent() {
        String empty = Callbacks.STATE.replaceFirst("(\"eventUniqueId\":)\"[^\"]*\"", "$1\"\"");
        assertThat(empty).contains("\"eventUniqueId\":\"\"");
        assertThat(id(Callbacks.moor(empty)))
                .isEqualTo(id(Callbacks.moor(empty)))
                .isNotEqualTo(id(Callbacks.moor(empty.replace("坐席", "other"))));
    }

    private String id(WebhookRequest request) {
        assertThat(webhooks.handle(request).join().status()).isEqualTo(200);
        return sink.last().id();
    }
}
