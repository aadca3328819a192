package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.config.AccountConfig;
import io.callport.config.AdminConfig;
import io.callport.config.Configuration;
import io.callport.config.TracingConfig;
import io.callport.config.WebhookConfig;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.kafka.settings.VendorTopics;
import io.callport.signing.Algorithm;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.webhook.settings.WebhookServerSettings;
import io.callport.webhook.settings.WebhookSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private final Configuration least = ConfigurationFixture.read(ConfigurationFixture.withLeast());

    @Test
    void ofKafka() {
        assertThat(least.kafka().clients().common())
                .isEqualTo(Map.of("bootstrap.servers", "localhost:9092", "group.id", "callport"));
        assertThat(least.kafka().clients().consumer()).isEmpty();
        assertThat(least.kafka().clients().producer()).isEmpty();
        assertThat(least.kafka().sipPasswords()).isEqualTo(SipPasswords.REDACT);
        assertThat(least.kafka().vendorFields()).isEqualTo(VendorFieldsInResults.KEEP);
    }

    @Test
    void ofTopics() {
        var topics = least.kafka().topics();
        assertThat(topics.vendors())
                .isEqualTo(Map.of(
                        "7moor",
                                new VendorTopics(
                                        "callport.7moor.commands",
                                        "callport.7moor.results",
                                        "callport.7moor.state",
                                        "callport.7moor.events"),
                        "callbot",
                                new VendorTopics(
                                        "callport.callbot.commands",
                                        "callport.callbot.results",
                                        "callport.callbot.state",
                                        "callport.callbot.events"),
                        "nxlink",
                                new VendorTopics(
                                        "callport.nxlink.commands",
                                        "callport.nxlink.results",
                                        "callport.nxlink.state",
                                        "callport.nxlink.events")));
        assertThat(topics.deadLetters()).isEqualTo("callport.dead-letters");
        assertThat(topics.replies()).isEmpty();
        assertThat(topics.crossVendor()).isEqualTo(CrossVendor.REFUSE);
        assertThat(topics.create()).isEqualTo(Creation.BROKER_DEFAULTS);
    }

    @Test
    void ofStateFollowTheGroup() {
        var topics = ConfigurationFixture.read(
                        ConfigurationFixture.withKafka("{bootstrap.servers: a:1, group.id: telephony}"))
                .kafka()
                .topics();
        assertThat(topics.ofVendor("7moor"))
                .isEqualTo(new VendorTopics(
                        "callport.7moor.commands",
                        "callport.7moor.results",
                        "telephony.7moor.state",
                        "callport.7moor.events"));
    }

    @Test
    void ofAccounts() {
        assertThat(ConfigurationFixture.read(ConfigurationFixture.withAccounts(
                                "{id: '7moor:1', secret: a}",
                                "{id: 'callbot:2', secret: b}",
                                "{id: 'nxlink:3', secret: c, url: 'https://nxlink.example'}"))
                        .accounts())
                .extracting(AccountConfig::budget)
                .containsExactly(new Budget(20, Duration.ofMinutes(1)), Budget.UNLIMITED, Budget.UNLIMITED);
        assertThat(least.accounts())
                .containsExactly(new AccountConfig(
                        new Account("7moor", "1"),
                        Secret.of("s3cret"),
                        null,
                        Algorithm.MD5,
                        new Budget(20, Duration.ofMinutes(1))));
    }

    @Test
    void ofWebhooks() {
        assertThat(least.webhooks()).isNull();
        assertThat(least.kafkaSettings().events().vendors()).isEmpty();
        Configuration on = ConfigurationFixture.read(ConfigurationFixture.withLeast("webhooks: {}"));
        assertThat(on.webhooks())
                .isEqualTo(new WebhookConfig(
                        WebhookServerSettings.at("127.0.0.1", 8085), 256 * 1024, Duration.ofDays(1), Map.of()));
        assertThat(on.webhookSettings())
                .isEqualTo(WebhookSettings.of(on.webhookSettings().accounts()));
        assertThat(on.kafkaSettings().events().vendors()).isEmpty();
    }

    @Test
    void ofCommands() {
        assertThat(least.commands().deadline())
                .isEqualTo(new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)));
        assertThat(least.commands().limits())
                .isEqualTo(
                        new Limits(10_000, 100_000, 4, 64, Runtime.getRuntime().maxMemory() / 100 * 40));
        assertThat(least.commands().retry())
                .isEqualTo(new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 5));
    }

    @Test
    void ofHttp() {
        assertThat(least.http())
                .isEqualTo(new HttpSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        16 * 1024 * 1024,
                        ResponseSignatures.WARN,
                        Map.of()));
    }

    @Test
    void ofTheRest() {
        assertThat(least.shutdown()).isEqualTo(Duration.ofSeconds(20));
        assertThat(least.admin()).isEqualTo(new AdminConfig("127.0.0.1", 9464, List.of()));
        assertThat(least.tracing()).isEqualTo(new TracingConfig(true));
    }

    @Test
    void holdForSectionsThatAreThereButEmpty() {
        assertThat(ConfigurationFixture.read(ConfigurationFixture.withLeast(
                        "topics:",
                        "deadline:",
                        "limits: {}",
                        "retry:",
                        "http:",
                        "admin:",
                        "tracing:",
                        "vendor-codes:")))
                .isEqualTo(least);
    }
}
