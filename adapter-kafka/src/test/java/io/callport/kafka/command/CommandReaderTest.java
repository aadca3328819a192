package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.LookupQuery;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.numberpool.NumbersQuery;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    private static final String LOOKUP = "{\"customerId\":\"1234\",\"appKey\":\"xxxxxx\",\"status\":1}";

    @Test
    void theBodyAloneIsACommand() {
        CommandReading.Accepted asked = MessageFixture.asked(MessageFixture.command());

        assertThat(asked.query()).isEqualTo(new NumbersQuery());
        assertThat(asked.context().account()).isEqualTo(MessageFixture.MOOR);
        assertThat(asked.context().query()).isEqualTo("number-pool.numbers");
        assertThat(asked.context().commandId()).isEqualTo("callport.7moor.commands/4/42");
    }

    @Test
    void parametersBecomeTheQuery() {
        assertThat(MessageFixture.asked(MessageFixture.lookup(LOOKUP)).query())
                .isEqualTo(new LookupQuery("1234", "xxxxxx", 1));
    }

    @Test
    void binaryModeGivesTheId() {
        assertThat(MessageFixture.asked(MessageFixture.command().binary("b-1"))
                        .context()
                        .commandId())
                .isEqualTo("b-1");
    }

    @Test
    void headersWithoutSpecversionCountToo() {
        CommandReading.Accepted asked = MessageFixture.asked(
                MessageFixture.command().header("ce_id", "h-1").header("ce_expirytime", MessageFixture.NOW + ""));

        assertThat(asked.context().commandId()).isEqualTo("h-1");
        assertThat(asked.deadline()).isEqualTo(MessageFixture.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "Application/CloudEvents+JSON",
                "APPLICATION/CLOUDEVENTS+JSON; charset=UTF-8",
                "application/cloudevents+json; charset=utf-8"
            })
    void structuredModeIsReadWhateverTheCaseOfItsContentType(String contentType) {
        CommandReading.Accepted asked = MessageFixture.asked(MessageFixture.command()
                .structured("\"expirytime\":\"2026-11-20T12:00:30Z\",")
                .header("content-type", contentType));

        assertThat(asked.context().commandId()).isEqualTo("s-1");
        assertThat(asked.deadline()).isEqualTo("2026-11-20T12:00:30Z");
        assertThat(asked.query()).isEqualTo(new NumbersQuery());
    }

    @Test
    void structuredModeMayCarryBase64() {
        String data = Base64.getEncoder()
                .encodeToString("{\"query\":\"number-pool.groups\",\"account\":\"7moor:2000103\"}".getBytes(UTF_8));
        CommandReading.Accepted asked = MessageFixture.asked(MessageFixture.value(
                        "{\"specversion\":\"1.0\",\"id\":\"s-2\",\"source\":\"/b\",\"type\":\"t\",\"data_base64\":\""
                                + data + "\"}")
                .header("content-type", "application/cloudevents+json"));

        assertThat(asked.context().query()).isEqualTo("number-pool.groups");
        assertThat(asked.context().commandId()).isEqualTo("s-2");
    }

    @Test
    void theBodyWinsOverTheType() {
        CommandReading.Accepted asked = MessageFixture.asked(
                MessageFixture.command().binary("b-1").header("ce_type", "io.callport.x.y.query.v1"));

        assertThat(asked.query()).isEqualTo(new NumbersQuery());
    }

    @Test
    void unknownFieldsOfTheBodyAreIgnored() {
        assertThat(MessageFixture.asked(MessageFixture.command().with("\"comment\":{\"a\":1}"))
                        .query())
                .isEqualTo(new NumbersQuery());
    }

    @Test
    void brokenEventAttributesAreRefusedAndNeverLost() {
        assertThat(MessageFixture.invalid(MessageFixture.command().header("ce_specversion", "1.0")))
                .startsWith("CloudEvents attributes:")
                .contains("has specversion 1.0, id, source and type");
        assertThat(MessageFixture.invalid(MessageFixture.command().binary("b-1").header("ce_specversion", "9.9")))
                .startsWith("CloudEvents attributes:");
        assertThat(MessageFixture.invalid(MessageFixture.command().binary("b-1").header("ce_expirytime", "yesterday")))
                .startsWith("ce_expirytime:");
    }

    @ParameterizedTest
    @CsvSource({
        "time, yesterday",
        "time, 2026-11-20 12:00:00",
        "time, ''",
        "dataschema, ':::not a uri'",
        "subject, ''",
        "UPPER, x",
        "with_underscore, x",
        "averyveryverylongnameofanextension, x",
    })
    void anAttributeThatIsNotUsedCostsNoCommand(String name, String value) {
        assertThat(MessageFixture.asked(MessageFixture.command().binary("b-1").header("ce_" + name, value))
                        .query())
                .isEqualTo(new NumbersQuery());
        String event = "{\"specversion\":\"1.0\",\"id\":\"s-1\",\"source\":\"/shop\",\"type\":\"t\",\"" + name + "\":\""
                + value
                + "\",\"odd\":{\"a\":[1]},\"data\":{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\"}}";
        CommandReading.Accepted asked = MessageFixture.asked(
                MessageFixture.value(event).header("content-type", "application/cloudevents+json"));
        assertThat(asked.query()).isEqualTo(new NumbersQuery());
        assertThat(asked.context().commandId()).isEqualTo("s-1");
    }

    @Test
    void aStructuredEventWithoutItsAttributesIsRefused() {
        String body = "{\"data\":{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\",\"id\":\"body-1\"}}";
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.value(body).header("content-type", "application/cloudevents+json"));

        assertThat(refused.failure().detail()).startsWith("CloudEvents attributes:");
        assertThat(refused.context().commandId()).isEqualTo("body-1");
    }

    @Test
    void anAccountWhoseVendorHasNoTopicsIsFoundAtStart() {
        KafkaSettings whole = MessageFixture.settings();
        Map<Account, Budget> accounts = Map.of(Account.parse("acme:1"), Budget.UNLIMITED);
        KafkaSettings settings = new KafkaSettings(
                whole.clients(), whole.topics(), accounts, whole.deadlines(), whole.processing(), whole.sipPasswords());

        assertThatThrownBy(() -> new CommandReader(settings, MessageFixture::view, MessageFixture.keys()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topics: vendor acme has none");
    }
}
