package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.origin.OriginReader;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Settings, topics and commands for tests of messages: three accounts, six partitions per command topic, three per
 * result topic.
 */
public final class MessageFixture {
    public static final Account MOOR = Account.parse("7moor:2000103");
    public static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
    public static final Account NXLINK = Account.parse("nxlink:fme2na3kdi3ki");
    public static final String COMMANDS = "callport.7moor.commands";
    public static final String RESULTS = "callport.7moor.results";
    public static final String DEAD_LETTERS = TopicSettings.DEAD_LETTERS;
    public static final String REPLIES = "billing.replies";
    public static final int MAX_BYTES = 1_048_576;

    /** The home of {@link #MOOR}: murmur2 is 494812732, modulo 6. */
    public static final int HOME = 4;

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final Duration DEFAULT = Duration.ofMinutes(1);
    public static final Duration MAX = Duration.ofMinutes(5);

    private MessageFixture() {}

    public static KafkaSettings settings() {
        return settings("callport", SipPasswords.REDACT);
    }

    public static KafkaSettings settings(String group, SipPasswords passwords) {
        return settings(group, passwords, CrossVendor.ALLOW);
    }

    static KafkaSettings settings(String group, SipPasswords passwords, CrossVendor crossVendor) {
        return new KafkaSettings(
                ClientSettings.of("localhost:9092", group),
                topics(crossVendor),
                Map.of(MOOR, Budget.parse("20/PT1M"), CALLBOT, Budget.UNLIMITED, NXLINK, Budget.UNLIMITED),
                new DeadlineSettings(DEFAULT, MAX),
                new ProcessingSettings(
                        Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofSeconds(20)),
                passwords);
    }

    public static TopicSettings topics() {
        return topics(CrossVendor.ALLOW);
    }

    public static TopicSettings topics(CrossVendor crossVendor) {
        Map<String, VendorTopics> vendors = new HashMap<>();
        for (String vendor : List.of("7moor", "callbot", "nxlink")) {
            VendorTopics usual = VendorTopics.ofVendor(vendor, "callport");
            Set<String> replies = Set.of(REPLIES, "absent.replies", vendor + ".replies");
            vendors.put(
                    vendor,
                    new VendorTopics(usual.commands(), usual.results(), usual.state(), usual.events(), replies));
        }
        return new TopicSettings(vendors, DEAD_LETTERS, crossVendor, null);
    }

    public static TopicView view() {
        return view(MAX_BYTES);
    }

    /** All topics, each with records of at most that many bytes. */
    public static TopicView view(int largest) {
        Map<String, TopicInfo> topics = new HashMap<>();
        topics().vendors().values().forEach(vendor -> {
            topics.put(vendor.commands(), new TopicInfo("id", 6, largest, "delete", false));
            topics.put(vendor.results(), new TopicInfo("id", 3, largest, "delete", false));
            topics.put(vendor.state(), new TopicInfo("id", 6, largest, "compact", false));
            vendor.replies().stream()
                    .filter(reply -> !reply.startsWith("absent"))
                    .forEach(reply -> topics.put(reply, new TopicInfo("id", 2, largest, "delete", false)));
        });
        topics.put(DEAD_LETTERS, new TopicInfo("id", 1, largest, "delete", false));
        return new TopicView(topics);
    }

    /** A command of {@link #MOOR} at its home, without headers. */
    public static RecordBuilder command() {
        return value("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\"}");
    }

    /** A call info command at its home, with these parameters. */
    public static RecordBuilder lookup(String params) {
        return value("{\"query\":\"call-info.lookup\",\"account\":\"" + CALLBOT + "\",\"params\":" + params + "}")
                .at("callport.callbot.commands", 3, 7);
    }

    public static RecordBuilder value(String json) {
        return new RecordBuilder().value(json.getBytes(UTF_8));
    }

    /** A key for each command topic, as the service would have read them. */
    public static OriginKeys keys() {
        Map<String, OriginKey> keys = new HashMap<>();
        topics().vendors().values().forEach(vendor -> keys.put(vendor.commands(), key(vendor.commands())));
        OriginKeys known = new OriginKeys();
        known.set(keys);
        return known;
    }

    public static OriginKey key(String commands) {
        byte[] secret = new byte[OriginKey.BYTES];
        new Random(commands.hashCode()).nextBytes(secret);
        return OriginKey.of(secret);
    }

    public static CommandReading read(RecordBuilder record) {
        return read(settings(), record);
    }

    static CommandReading read(KafkaSettings settings, RecordBuilder builder) {
        InboundRecord record = builder.build();
        Origin origin = new OriginReader(keys()).read(record).origin();
        return new CommandReader(settings, MessageFixture::view, keys()).read(record, origin, NOW);
    }

    /** The reading of a record that is no command, with this reason. */
    public static CommandReading.NoCommand noCommand(InboundRecord record, String why) {
        Origin origin = new OriginReader(keys()).read(record).origin();
        return cast(
                CommandReading.NoCommand.class,
                new CommandReader(settings(), MessageFixture::view, keys()).noCommand(record, origin, why));
    }

    public static CommandReading.Accepted asked(RecordBuilder record) {
        return cast(CommandReading.Accepted.class, read(record));
    }

    public static CommandReading.Refused refused(RecordBuilder record) {
        return cast(CommandReading.Refused.class, read(record));
    }

    public static CommandReading.Misrouted misrouted(RecordBuilder record) {
        return cast(CommandReading.Misrouted.class, read(record));
    }

    public static String deadLetter(RecordBuilder record) {
        return cast(CommandReading.NoCommand.class, read(record)).why();
    }

    /** Why a command is refused {@code invalid-command}. */
    public static String invalid(RecordBuilder record) {
        CommandReading.Refused refuse = refused(record);
        if (!refuse.failure().reason().code().equals("invalid-command")) {
            throw new AssertionError(refuse);
        }
        return refuse.failure().detail();
    }

    private static <R> R cast(Class<R> type, CommandReading reading) {
        if (!type.isInstance(reading)) {
            throw new AssertionError("expected " + type.getSimpleName() + " but was " + reading);
        }
        return type.cast(reading);
    }
}
