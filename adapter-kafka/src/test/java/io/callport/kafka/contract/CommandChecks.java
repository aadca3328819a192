package io.callport.kafka.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.contract.MessageCheck;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
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
import io.callport.query.Reason;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Checks a command, by its bytes, with Callport's reader and with the schemas. */
final class CommandChecks {
    static final String ACCOUNT = "7moor:2000103";
    static final String REPLIES = "shop.replies";

    private static final String TOPIC = "callport.7moor.commands";
    private static final Path SCHEMAS = Path.of("").toAbsolutePath().getParent().resolve("docs/schemas/v1");
    private static final Set<Reason> ITS_OWN_FAULT = Set.of(Reason.INVALID_COMMAND, Reason.UNSUPPORTED_QUERY);

    private final TopicView topics = new TopicView(Map.of(
            TOPIC,
            new TopicInfo("id", 1, 1_000_000, "delete", false),
            REPLIES,
            new TopicInfo("id", 2, 1_000_000, "delete", false)));
    private final CommandReader reader = new CommandReader(settings(), () -> topics, MessageFixture.keys());
    private final MessageCheck check = new MessageCheck();

    /** Why Callport refuses the command as invalid or unsupported; empty text if it does not. */
    String refusalOf(Map<String, Object> headers, byte[] value) {
        List<RecordHeader> all = new ArrayList<>();
        headers.forEach((name, content) -> all.add(new RecordHeader(name, bytes(content))));
        InboundRecord record = new InboundRecord(TOPIC, 0, 0, 0, null, value, all);
        CommandReading reading = reader.read(record, Origin.here(record), Instant.EPOCH);
        if (reading instanceof CommandReading.NoCommand letter) {
            return letter.why();
        }
        return reading instanceof CommandReading.Refused refused
                        && ITS_OWN_FAULT.contains(refused.failure().reason())
                ? refused.failure().detail()
                : "";
    }

    /** The problems that the schemas find in the command. */
    List<String> schemaProblems(Map<String, Object> headers, byte[] value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(TOPIC, 0, 0, null, value);
        headers.forEach((name, content) -> record.headers().add(name, bytes(content)));
        return check.command(record);
    }

    /** The headers that the contract knows. */
    List<String> headers() {
        return properties("command-headers.schema.json");
    }

    /** The attributes of an event that the contract knows. */
    List<String> attributes() {
        return properties("command-event.schema.json");
    }

    private static List<String> properties(String file) {
        List<String> names = new ArrayList<>();
        SchemaFile.read(SCHEMAS.resolve(file)).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static byte[] bytes(Object content) {
        return content instanceof Integer number
                ? ByteBuffer.allocate(Integer.BYTES).putInt(number).array()
                : content.toString().getBytes(UTF_8);
    }

    private static KafkaSettings settings() {
        VendorTopics usual = VendorTopics.ofVendor("7moor", "callport");
        return new KafkaSettings(
                ClientSettings.of("localhost:9092", "callport"),
                new TopicSettings(
                        Map.of(
                                "7moor",
                                new VendorTopics(
                                        usual.commands(),
                                        usual.results(),
                                        usual.state(),
                                        usual.events(),
                                        Set.of(REPLIES))),
                        TopicSettings.DEAD_LETTERS,
                        CrossVendor.REFUSE,
                        null),
                Map.of(Account.parse(ACCOUNT), Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(
                        Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofSeconds(20)),
                SipPasswords.REDACT);
    }
}
