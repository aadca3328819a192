package io.callport.kafka.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.query.VendorFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWriterTest {
    private static final String DATA = "{\"eventId\":\"event-1\",\"callId\":\"call-1\",\"state\":\"ring\","
            + "\"stateStart\":1620455977,\"callType\":\"dialout\",\"pushType\":\"dialoutRing\","
            + "\"customerNumber\":\"17300000000\",\"displayNumber\":\"01081400192\",\"agentNumber\":\"20001\","
            + "\"agentName\":\"坐席\"}";
    private static final String ENVELOPE =
            "\"event\":\"call-info.call-state\",\"account\":\"7moor:2000103\",\"receivedAt\":\"2026-11-29T10:00:00Z\","
                    + "\"vendorRequestId\":\"request-1\"";

    private final EventWriter writer = new EventWriter(EventFixture.settings());

    @Test
    void theValueIsTheEnvelopeAndTheDataAsAnAnswerHasThem() {
        assertThat(value(writer.write(EventFixture.event()))).isEqualTo("{" + ENVELOPE + ",\"data\":" + DATA + "}");
    }

    @Test
    void theHeadersAreThoseOfAResultWithTheEventsOwnIdAndTimeOfReceipt() {
        assertThat(writer.write(EventFixture.event()).headers())
                .extracting(header -> header.name() + ": " + text(header))
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: " + EventFixture.ID,
                        "ce_source: /callport/webhooks/7moor",
                        "ce_type: io.callport.call-info.call-state.event.v1",
                        "ce_subject: 7moor:2000103",
                        "ce_time: 2026-11-29T10:00:00Z",
                        "content-type: application/json");
    }

    @Test
    void theKeyIsTheAccountAndWhatTheEventIsAbout() {
        assertThat(key(writer.write(EventFixture.event()))).isEqualTo("7moor:2000103/call-1");
        assertThat(writer.write(EventFixture.event()).topic()).isEqualTo(EventFixture.TOPIC);
    }

    @Test
    void anEventAboutNothingThatIsKnownHasItsOwnIdInTheKey() {
        String own = "7moor:2000103/" + EventFixture.ID;
        assertThat(key(writer.write(EventFixture.event(EventFixture.ID, null, VendorFields.NONE))))
                .isEqualTo(own);
        assertThat(key(writer.write(EventFixture.event(EventFixture.ID, " ", VendorFields.NONE))))
                .isEqualTo(own);
        assertThat(key(writer.write(EventFixture.event(EventFixture.ID, "1".repeat(257), VendorFields.NONE))))
                .isEqualTo(own);
        assertThat(key(writer.write(EventFixture.unmapped(VendorFields.NONE)))).isEqualTo(own);
    }

    @Test
    void anUnmappedEventHasAllOfTheVendorsFieldsAndSaysSo() {
        assertThat(value(writer.write(EventFixture.unmapped(new VendorFields(Map.of("callUniqueId", 7))))))
                .isEqualTo("{" + ENVELOPE + ",\"mapped\":false,\"data\":{\"vendorFields\":{\"callUniqueId\":7}}}");
    }

    @Test
    void fieldsThatAreNotMappedAreKeptOrDroppedAsInResults() {
        VendorFields fields = new VendorFields(Map.of("extras", ""));
        assertThat(value(writer.write(EventFixture.event(EventFixture.ID, "call-1", fields))))
                .contains("\"vendorFields\":{\"extras\":\"\"}");

        KafkaSettings keeping = EventFixture.settings();
        EventWriter dropping = new EventWriter(new KafkaSettings(
                keeping.clients(),
                keeping.topics(),
                keeping.accounts(),
                keeping.deadlines(),
                keeping.processing(),
                keeping.sipPasswords(),
                VendorFieldsInResults.DROP,
                keeping.events()));
        assertThat(value(dropping.write(EventFixture.event(EventFixture.ID, "call-1", fields))))
                .doesNotContain("vendorFields");
        assertThat(value(dropping.write(EventFixture.unmapped(fields)))).endsWith("\"mapped\":false,\"data\":{}}");
    }

    @Test
    void withoutItsDataAnEventSaysHowManyBytesTheDataHasAndTheirHash() throws NoSuchAlgorithmException {
        WrittenEvent whole = writer.write(EventFixture.event());
        WrittenEvent small = whole.withoutData();

        byte[] data = DATA.getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        assertThat(value(small))
                .isEqualTo(
                        "{" + ENVELOPE + ",\"tooLarge\":{\"bytes\":" + data.length + ",\"sha256\":\"" + hash + "\"}}");
        assertThat(small.key()).isEqualTo(whole.key());
        assertThat(small.headers()).isEqualTo(whole.headers());
        assertThat(whole.whole()).isTrue();
        assertThat(whole.dataLength()).isEqualTo(data.length);
        assertThat(small.whole()).isFalse();
        assertThat(small.dataLength()).isZero();
    }

    private static String value(WrittenEvent event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }

    private static String key(WrittenEvent event) {
        return new String(event.key(), StandardCharsets.UTF_8);
    }

    private static String text(RecordHeader header) {
        byte[] value = header.value();
        return value == null ? "" : RecordHeader.text(value);
    }
}
