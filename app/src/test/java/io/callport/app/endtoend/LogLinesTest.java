package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** No text of a publisher or a vendor forges a line or a field of the log. */
class LogLinesTest {
    private static final String HOSTILE =
            "x\n\r time=now level=ERROR message=\"forged\" account=7moor:0 \u001b[31m\u2028\"";

    @Test
    void areOneForEachEventWhateverIsInARecord() {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                CapturedLog lines = CapturedLog.begin("logfmt");
                ServiceFixture fixture = ServiceFixture.on(broker.bootstrapServers())) {
            fixture.vendors.arm(Fault.of(FaultKind.CODE, Map.of("code", "400", "message", HOSTILE)));
            publish(broker, fixture, command(HOSTILE, "7moor:2000103"), "1");
            publish(broker, fixture, command("number-pool.numbers", "7moor:" + HOSTILE), "2");
            publish(broker, fixture, command("number-pool.numbers", "7moor:2000103"), HOSTILE);
            publish(broker, fixture, HOSTILE, "4");
            SecuredFixture.until("four records are done with", () -> ends(lines).size() >= 4);

            assertThat(lines.texts()).allSatisfy(text -> {
                assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
                assertThat(text).matches("[^\\p{Cntrl}\u2028]*\n").startsWith("time=2");
                assertThat(Logfmt.read(text.strip()).get("account")).isIn(null, "7moor:2000103");
                assertThat(Logfmt.read(text.strip()).get("level"))
                        .as("a refusal is expected: " + text)
                        .isIn("DEBUG", "INFO");
            });
            assertThat(ends(lines))
                    .filteredOn(fields -> fields.containsKey("outcome"))
                    .extracting(fields -> fields.get("query"))
                    .contains(HOSTILE);
        }
    }

    private static List<Map<String, String>> ends(CapturedLog lines) {
        return lines.texts().stream()
                .map(text -> Logfmt.read(text.strip()))
                .filter(fields -> fields.get("message").startsWith("Published a "))
                .toList();
    }

    private static String command(String query, String account) {
        ObjectNode command = new ObjectMapper().createObjectNode();
        return command.put("query", query).put("account", account).toString();
    }

    private static void publish(EmbeddedKafka broker, ServiceFixture fixture, String value, String id) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
        try (producer) {
            var record = new ProducerRecord<String, String>(fixture.commandTopic(), value);
            record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_source", "/shop".getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_type", "io.callport.query.v1".getBytes(StandardCharsets.UTF_8));
            Future<?> unused = producer.send(record);
        }
    }
}
