package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.callinfo.CallState;
import io.callport.catalog.Events;
import io.callport.event.VendorEvent;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.callback.CallbackBatch;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSettings;
import io.callport.sandbox.callback.SentCallback;
import io.callport.sandbox.vendor.SandboxAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two senders that share no code with Callport push to its receiver: the sandbox, and one in Python. */
@Timeout(300)
class WebhookSendersTest {
    private final WebhookReceiver receiver;

    WebhookSendersTest() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void pythonSendsEveryKindAndEachGetsItsStatusAndItsEventId() throws Exception {
        List<SandboxAccount> accounts = SandboxAccount.DOCUMENTED;
        List<JsonNode> sent = new PythonSender(receiver.url())
                .callbot(accounts.get(1).key(), accounts.get(1).secret(), "SHA256")
                .callbot(WebhookReceiver.MD5.key(), WebhookReceiver.MD5_SECRET, "MD5")
                .nxlink(accounts.get(2).key(), accounts.get(2).secret(), CallbackSettings.DEFAULT.token())
                .moor(accounts.get(0).key(), CallbackSettings.DEFAULT.pathSecret())
                .send();

        assertThat(sent)
                .hasSizeGreaterThan(150)
                .allSatisfy(line -> assertThat(line.path("status").intValue())
                        .as(line.path("name").asText())
                        .isEqualTo(line.path("expected").intValue()));
        List<String> ids = sent.stream()
                .filter(line -> line.has("event"))
                .map(line -> line.path("event").asText())
                .toList();
        // The one event that has no id in the list is that whose account is a number.
        assertThat(receiver.events())
                .extracting(VendorEvent::id)
                .containsSubsequence(ids)
                .hasSize(ids.size() + 1);
        assertThat(receiver.events())
                .allSatisfy(event -> assertThat(event.mapped()).isTrue());
        assertThat(receiver.events().stream().map(VendorEvent::type).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(Events.ALL));
        String name = "牛小信 😀 \u2028";
        assertThat(receiver.events().toString()).contains(name);
    }

    @ParameterizedTest
    @EnumSource
    void theSandboxSendsEveryKindAndACopyHasTheSameId(CallbackKind kind) {
        try (VendorSandbox sandbox = sandbox()) {
            List<SentCallback> sent =
                    sandbox.sendCallbacks(CallbackBatch.of(kind, 8).copies(2)).join();

            assertThat(sent).hasSize(16).extracting(SentCallback::status).containsOnly(200);
            List<String> ids = receiver.events().stream().map(VendorEvent::id).toList();
            assertThat(Set.copyOf(ids))
                    .hasSize(8)
                    .allSatisfy(id -> assertThat(Collections.frequency(ids, id)).isEqualTo(2));
            assertThat(receiver.events()).allSatisfy(event -> {
                assertThat(event.mapped()).isTrue();
                assertThat(event.subject()).isPresent();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSandboxForgesIsRefusedAndNothingIsPublished(CallbackKind kind) {
        try (VendorSandbox sandbox = sandbox()) {
            List<SentCallback> sent =
                    sandbox.sendCallbacks(CallbackBatch.of(kind, 2).asForged()).join();

            assertThat(sent).extracting(SentCallback::status).containsExactly(401, 401);
            assertThat(receiver.events()).isEmpty();
        }
    }

    @Test
    void theStatesOfACallComeInTheirOrder() {
        try (VendorSandbox sandbox = sandbox()) {
            sandbox.sendCallbacks(CallbackBatch.of(CallbackKind.CALL_STATE, 8)).join();
        }
        List<List<String>> byCall = new ArrayList<>(receiver.events().stream()
                .map(event -> (CallState) event.data())
                .collect(Collectors.groupingBy(
                        state -> String.valueOf(state.callId()),
                        Collectors.mapping(state -> String.valueOf(state.state()), Collectors.toList())))
                .values());
        assertThat(byCall).hasSize(2).containsOnly(List.of("calling", "ring", "link", "hangup"));
    }

    private VendorSandbox sandbox() {
        return VendorSandbox.start(0, SandboxSettings.DEFAULT.callbacks(CallbackSettings.DEFAULT.url(receiver.url())));
    }
}
