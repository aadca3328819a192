package io.callport.kafka.event;

import io.callport.account.Account;
import io.callport.callinfo.CallState;
import io.callport.catalog.Events;
import io.callport.event.UnmappedData;
import io.callport.event.VendorEvent;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.EventSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.kafka.settings.VendorTopics;
import io.callport.query.VendorFields;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings and events for tests of the sink. */
final class EventFixture {
    static final Account MOOR = Account.parse("7moor:2000103");
    static final String TOPIC = "callport.7moor.events";
    static final Instant RECEIVED = Instant.parse("2026-11-29T10:00:00Z");
    static final String ID = "0123456789abcdef0123456789abcdef";

    private EventFixture() {}

    static KafkaSettings settings() {
        return settings("localhost:1", "callport", Creation.BROKER_DEFAULTS, EventSettings.WAITING_BYTES);
    }

    /** Settings with topics of events that begin with a prefix. */
    static KafkaSettings settings(String servers, String prefix, @Nullable Creation create, long waitingBytes) {
        return new KafkaSettings(
                new ClientSettings(
                        Map.of(
                                "bootstrap.servers",
                                servers,
                                "group.id",
                                prefix,
                                "request.timeout.ms",
                                "1000", // a broker that is away is soon missed
                                "default.api.timeout.ms",
                                "1000"),
                        Map.of(),
                        Map.of()),
                new TopicSettings(
                        Map.of("7moor", topics(prefix + ".7moor"), "callbot", topics(prefix + ".callbot")),
                        prefix + ".dead-letters",
                        CrossVendor.REFUSE,
                        create),
                Map.of(),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(
                        Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofSeconds(10)),
                SipPasswords.REDACT,
                VendorFieldsInResults.KEEP,
                new EventSettings(Set.of("7moor", "callbot"), waitingBytes));
    }

    private static VendorTopics topics(String prefix) {
        return new VendorTopics(prefix + ".commands", prefix + ".results", prefix + ".state", prefix + ".events");
    }

    static VendorEvent event() {
        return event(ID, "call-1", VendorFields.NONE);
    }

    static VendorEvent event(String id, @Nullable String callId, VendorFields vendorFields) {
        return event(id, state(callId, vendorFields));
    }

    static VendorEvent unmapped(VendorFields vendorFields) {
        return event(ID, new UnmappedData(vendorFields));
    }

    /** An event whose data has at least that many bytes. */
    static VendorEvent large(int bytes) {
        return event(ID, "call-1", new VendorFields(Map.of("text", "x".repeat(bytes))));
    }

    private static VendorEvent event(String id, Record data) {
        return new VendorEvent(id, Events.CALL_STATE, MOOR, RECEIVED, "request-1", data);
    }

    private static CallState state(@Nullable String callId, VendorFields vendorFields) {
        return new CallState(
                "event-1",
                callId,
                "ring",
                1_620_455_977L,
                "dialout",
                "dialoutRing",
                "17300000000",
                null,
                "01081400192",
                "20001",
                "坐席",
                vendorFields);
    }
}
