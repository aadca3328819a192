package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.sandbox.callback.CallbackBatch;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSettings;
import io.callport.sandbox.callback.SentCallback;
import io.callport.sandbox.vendor.SandboxAccount;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way of a callback: from two senders that are not ours, through the service, to an event on Kafka. */
@Timeout(300)
class CallbacksEndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void authenticOnesAreEventsInTheirOrderAndForgedOnesAreNothing() throws Exception {
        try (LocalCallport local = LocalCallport.start(new LocalPorts(0, 0, freePort(), freePort()));
                EventReader events = EventReader.open(local.kafka.bootstrapServers())) {
            for (CallbackKind kind : CallbackKind.values()) {
                assertThat(statuses(local, CallbackBatch.of(kind, 3).asForged()))
                        .as("forged " + kind)
                        .containsOnly(401);
            }
            assertThat(statuses(
                            local, CallbackBatch.of(CallbackKind.CALL_STATE, 8).copies(2)))
                    .containsOnly(200);
            List<JsonNode> sent = python(local);
            List<String> ids = sent.stream()
                    .filter(line -> line.has("event"))
                    .map(line -> line.path("event").asText())
                    .toList();
            // The sender names no id for the one event whose account is a number.
            int expected = 16 + ids.size() + 1;
            List<ConsumerRecord<String, String>> read = events.await(expected);

            assertThat(read).as("and no forged one before them").hasSize(expected);
            assertThat(read.stream().map(CallbacksEndToEndTest::id).toList()).containsAll(ids);
            assertThat(read).allSatisfy(event -> {
                JsonNode value = JSON.readTree(event.value());
                assertThat(event.key()).startsWith(value.path("account").asText() + "/");
                assertThat(value.has("mapped")).isFalse();
            });
        }
    }

    @Test
    void theStatesOfACallAreInTheirOrderAndACopyHasTheSameId() throws Exception {
        try (LocalCallport local = LocalCallport.start(new LocalPorts(0, 0, freePort(), freePort()));
                EventReader events = EventReader.open(local.kafka.bootstrapServers())) {
            assertThat(statuses(
                            local, CallbackBatch.of(CallbackKind.CALL_STATE, 40).copies(2)))
                    .containsOnly(200);
            List<ConsumerRecord<String, String>> read = events.await(80);

            assertThat(statesByCall(read))
                    .hasSize(10)
                    .allSatisfy((call, states) -> assertThat(states)
                            .containsExactly("calling", "calling", "ring", "ring", "link", "link", "hangup", "hangup"));
            assertThat(read.stream().collect(Collectors.groupingBy(CallbacksEndToEndTest::id, Collectors.counting())))
                    .hasSize(40)
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(2));
        }
    }

    private static List<JsonNode> python(LocalCallport local) throws Exception {
        List<SandboxAccount> accounts = SandboxAccount.DOCUMENTED;
        List<JsonNode> sent = new PythonSender(URI.create("http://127.0.0.1:" + local.webhookPort()))
                .callbot(accounts.get(1).key(), accounts.get(1).secret(), "SHA256")
                .nxlink(accounts.get(2).key(), accounts.get(2).secret(), CallbackSettings.DEFAULT.token())
                .moor(accounts.get(0).key(), CallbackSettings.DEFAULT.pathSecret())
                .send();
        assertThat(sent)
                .hasSizeGreaterThan(90)
                .allSatisfy(line -> assertThat(line.path("status").intValue())
                        .as(line.path("name").asText())
                        .isEqualTo(line.path("expected").intValue()));
        return sent;
    }

    private static List<Integer> statuses(LocalCallport local, CallbackBatch batch) {
        List<Integer> statuses = new ArrayList<>();
        for (SentCallback sent : local.vendors.sendCallbacks(batch).join()) {
            statuses.add(sent.status());
        }
        return statuses;
    }

    private static Map<String, List<String>> statesByCall(List<ConsumerRecord<String, String>> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                event -> tree(event.value()).at("/data/state").asText(), Collectors.toList())));
    }

    private static String id(ConsumerRecord<String, String> event) {
        return new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
