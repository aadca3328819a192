package io.callport.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Account;
import io.callport.catalog.Events;
import io.callport.contract.SchemaText;
import io.callport.contract.Schemas;
import io.callport.event.EventType;
import io.callport.event.UnmappedData;
import io.callport.event.VendorEvent;
import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.event.EventWriter;
import io.callport.kafka.event.WrittenEvent;
import io.callport.query.VendorFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events as they are written, against their schemas; {@code -Dcontract.write=true} writes the examples. */
class EventMessagesTest {
    private static final Path SCHEMAS = Path.of("").toAbsolutePath().getParent().resolve("docs/schemas/v1/events");
    private static final boolean WRITE = Boolean.getBoolean("contract.write");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final VendorFields UNKNOWN = new VendorFields(Map.of("unknown", List.of(1, "text")));

    private final EventWriter writer = new EventWriter(MessageFixture.settings());
    private final Schemas strict = Schemas.strict();
    private final Schemas current = Schemas.current();

    @Test
    void everyEventIsOfItsSchemasMappedOrNotAndWithoutItsData() throws IOException {
        for (EventType<?> type : Events.ALL) {
            WrittenEvent mapped = writer.write(event(type, EventSamples.data(type)));
            WrittenEvent unmapped = writer.write(event(type, new UnmappedData(UNKNOWN)));
            for (WrittenEvent event : List.of(mapped, unmapped, mapped.withoutData(), unmapped.withoutData())) {
                JsonNode body = JSON.readTree(event.value());
                assertThat(strict.problems("events/" + type.name(), body)).isEmpty();
                assertThat(current.problems("event", body)).isEmpty();
                assertThat(strict.problems("event-headers", headers(event))).isEmpty();
                assertThat(body.has("data")).isNotEqualTo(body.has("tooLarge"));
            }
        }
    }

    @Test
    void dataThatSaysThatItIsMappedHasWhatItsRecordDemands() {
        for (EventType<?> type : List.of(Events.CALL, Events.ORDER, Events.RECORD)) {
            ObjectNode body = JSON.createObjectNode()
                    .put("event", type.name())
                    .put("account", EventSamples.account(type))
                    .put("receivedAt", "2026-11-29T10:00:00Z");
            body.putObject("data");
            assertThat(current.problems("event", body)).as(type.name()).isNotEmpty();
            assertThat(current.problems("event", body.put("mapped", false))).isEmpty();
        }
    }

    @Test
    void theSchemasShowAnEventOfEachKind() throws IOException {
        for (EventType<?> type : Events.ALL) {
            Path file = SCHEMAS.resolve(type.name() + ".schema.json");
            ObjectNode schema = (ObjectNode) SchemaFile.read(file);
            WrittenEvent mapped = writer.write(event(type, EventSamples.data(type)));
            schema.putArray("examples")
                    .add(JSON.readTree(mapped.value()))
                    .add(JSON.readTree(mapped.withoutData().value()));
            if (WRITE) {
                Files.writeString(file, SchemaText.of(schema));
            }
            assertThat(Files.readString(file))
                    .as(file.getFileName() + " has other examples; run testing/contract/update")
                    .isEqualTo(SchemaText.of(schema));
        }
    }

    private static VendorEvent event(EventType<?> type, Record data) {
        return new VendorEvent(
                "0123456789abcdef0123456789abcdef",
                type,
                Account.parse(EventSamples.account(type)),
                Instant.parse("2026-11-29T10:00:00Z"),
                "c0ffee",
                data);
    }

    private static ObjectNode headers(WrittenEvent event) {
        ObjectNode headers = JSON.createObjectNode();
        event.headers().forEach(header -> headers.put(header.name(), text(header.value())));
        return headers;
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
