package io.callport.webhook;

import static io.callport.webhook.fixture.Callbacks.CALL;
import static io.callport.webhook.fixture.Callbacks.ORDER;
import static io.callport.webhook.fixture.Callbacks.RECORD;
import static io.callport.webhook.fixture.Callbacks.STATE;
import static io.callport.webhook.fixture.Callbacks.TASK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.CallRecord;
import io.callport.callinfo.CallState;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.Task;
import io.callport.event.UnmappedData;
import io.callport.event.VendorEvent;
import io.callport.signing.Algorithm;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.RecordingListener;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An authentic callback of each kind becomes its event, with the record that a query's answer has. */
class WebhooksTest {
    private final RecordingSink sink = new RecordingSink();
    private final RecordingListener listener = new RecordingListener();
    private final Webhooks webhooks =
            Webhooks.of(WebhookSettings.of(Callbacks.ACCOUNTS), sink, listener, new SimulatedClock());

    @Test
    void aCallIsTheCallOfAnAnswerWithItsOrder() {
        VendorEvent event = published(Callbacks.callbot("call", CALL));

        OrderCall data = (OrderCall) event.data();
        assertThat(event.type().name()).isEqualTo("call-info.call");
        assertThat(event.account()).isEqualTo(Callbacks.CALLBOT);
        assertThat(event.receivedAt()).isEqualTo(Callbacks.NOW);
        assertThat(event.vendorRequestId()).isEqualTo("request-1");
        assertThat(event.subject()).contains("order-1");
        assertThat(data.order().userName()).isEqualTo("牛小信");
        assertThat(data.order().finish()).isTrue();
        assertThat(data.call().callId()).isEqualTo("call-1");
        assertThat(data.call().vendorFields().fields()).isEqualTo(Map.of("unknown", new BigDecimal("0.50")));
        assertThat(data.vendorFields().fields())
                .isEqualTo(Map.of("callbackType", 1, "new", Map.of("kept", List.of(1, 2))));
        assertThat(listener.received).containsExactly(Callbacks.CALLBOT + " call-info.call published");
    }

    @Test
    void anOrderIsTheOrderOfAnAnswerWithItsCall() {
        VendorEvent event = published(Callbacks.callbot("order", ORDER));

        OrderDetail data = (OrderDetail) event.data();
        assertThat(event.type().name()).isEqualTo("call-info.order");
        assertThat(event.subject()).contains("order-1");
        assertThat(data.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.callId()).isEqualTo("call-1"));
        assertThat(data.vendorFields().fields()).isEqualTo(Map.of("callbackType", "1"));
    }

    @Test
    void aTaskIsTheTaskOfAnAnswer() {
        VendorEvent event = published(Callbacks.callbot("task", TASK));

        assertThat(event.subject()).contains("task-1");
        assertThat(((Task) event.data()).taskStat().totalCall()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aRecordIsTheRecordOfAnAnswer(Algorithm algorithm) {
        VendorEvent event = published(Callbacks.nxlink(algorithm, "8", "callback", RECORD));

        CallRecord data = (CallRecord) event.data();
        assertThat(event.account()).isEqualTo(Callbacks.NXLINK);
        assertThat(event.subject()).contains("b1920376");
        assertThat(data.intent()).isEqualTo("转人工-成功");
        assertThat(data.vendorFields().fields()).isEqualTo(Map.of("more", true));
    }

    @Test
    void aRecordWithATokenIsOfTheAccountInItsPath() {
        VendorEvent event = published(Callbacks.token(Callbacks.TOKEN, RECORD));

        assertThat(event.account()).isEqualTo(Callbacks.NXLINK_TOKEN);
        assertThat(event.type().name()).isEqualTo("call-info.record");
    }

    @Test
    void aStateOfACallHasAllThatItsVendorSent() {
        VendorEvent event = published(Callbacks.moor(STATE));

        CallState data = (CallState) event.data();
        assertThat(event.account()).isEqualTo(Callbacks.MOOR);
        assertThat(event.type().name()).isEqualTo("call-info.call-state");
        assertThat(event.subject()).contains("403344537650466816");
        assertThat(data.state()).isEqualTo("ring");
        assertThat(data.stateStart()).isEqualTo(1_620_455_977L);
        assertThat(data.agentName()).isEqualTo("坐席");
        assertThat(data.vendorFields().fields()).isEqualTo(Map.of("accountId", "20000153", "extras", ""));
    }

    @Test
    void anAccountIdMayBeANumber() {
        published(Callbacks.moor(STATE.replace("\"20000153\"", "20000153")));
    }

    @Test
    void whatDoesNotMapIsPublishedAsItCameWithoutSecrets() {
        String body = "{\"callbackType\":1,\"orderID\":\"o\",\"callInfoDetail\":\"text\",\"password\":\"swordfish\"}";
        VendorEvent event = published(Callbacks.callbot("call", body));

        assertThat(event.mapped()).isFalse();
        assertThat(((UnmappedData) event.data()).vendorFields().fields())
                .isEqualTo(Map.of("callbackType", 1, "orderID", "o", "callInfoDetail", "text"));
        assertThat(listener.last()).endsWith(" unmapped");
    }

    @Test
    void anAccountsOwnSecretsAreMaskedWhereverItsVendorRepeatsThem() {
        String body = STATE.replace("\"坐席\"", "\"" + Callbacks.PATH_SECRET + "\"")
                .replace("\"extras\":\"\"", "\"extras\":{\"\\u006dore\":\"x " + Callbacks.PATH_SECRET + "\"}");
        VendorEvent event = published(Callbacks.moor(body));

        assertThat(event.data().toString())
                .doesNotContain(Callbacks.PATH_SECRET)
                .contains("x ***");
    }

    private VendorEvent published(WebhookRequest request) {
        WebhookReply reply = webhooks.handle(request).join();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("{\"code\":0,\"retCode\":0,\"msg\":\"success\"}");
        return sink.last();
    }
}
