package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.config.AccountConfig;
import io.callport.config.AccountWebhook;
import io.callport.config.AdminConfig;
import io.callport.config.Configuration;
import io.callport.config.TracingConfig;
import io.callport.config.WebhookConfig;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.SectionListKey;
import io.callport.config.schema.WildcardKey;
import io.callport.config.yaml.Problems;
import io.callport.config.yaml.Section;
import io.callport.config.yaml.YamlFile;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.settings.Truststore;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.kafka.settings.VendorTopics;
import io.callport.query.Reason;
import io.callport.signing.Algorithm;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.webhook.settings.SuccessReply;
import io.callport.webhook.settings.TlsFiles;
import io.callport.webhook.settings.WebhookAccount;
import io.callport.webhook.settings.WebhookServerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverythingSetTest {
    private static final TlsFiles TLS = new TlsFiles(
            Path.of("src/test/resources/tls/first.pem").toAbsolutePath(),
            Path.of("src/test/resources/tls/first-key.pem").toAbsolutePath());

    @TempDir
    Path directory;

    private final Path certificate = Path.of("src/test/resources/vendors-ca.pem");
    private String text;
    private Configuration configuration;

    @BeforeEach
    void read() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "from file\n");
        try (var in = EverythingSetTest.class.getResourceAsStream("/everything.yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("/run/secrets/callbot", secret.toString())
                    .replace("/etc/callport/vendors-ca.pem", certificate.toString())
                    .replace("/etc/callport/tls.pem", TLS.certificate().toString())
                    .replace("/etc/callport/key.pem", "${file:" + TLS.key() + "}");
            configuration = ConfigurationFixture.read(text);
        }
    }

    @Test
    void forKafka() {
        var clients = configuration.kafka().clients();
        assertThat(clients.common())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "a:9092,b:9092",
                        "group.id", "telephony",
                        "security.protocol", "SASL_SSL",
                        "sasl.jaas.config", "a.LoginModule required password=\"from-environment\";",
                        "my.interceptor.key", "7"));
        assertThat(clients.consumer()).isEqualTo(Map.of("max.poll.records", "100"));
        assertThat(clients.producer()).isEqualTo(Map.of("compression.type", "lz4"));
        assertThat(configuration.kafka().sipPasswords()).isEqualTo(SipPasswords.INCLUDE);
        assertThat(configuration.kafka().vendorFields()).isEqualTo(VendorFieldsInResults.DROP);
    }

    @Test
    void forTopics() {
        var topics = configuration.kafka().topics();
        assertThat(topics.vendors())
                .containsEntry(
                        "7moor",
                        new VendorTopics(
                                "moor.in",
                                "moor.out",
                                "moor.kept",
                                "moor.pushed",
                                Set.of("crm.replies", "erp.replies")))
                .containsEntry(
                        "callbot",
                        new VendorTopics(
                                "callbot.in", "callbot.out", "callbot.kept", "callbot.pushed", Set.of("erp.replies")))
                .containsEntry(
                        "nxlink", new VendorTopics("nx.in", "nx.out", "nx.kept", "nx.pushed", Set.of("shop.replies")));
        assertThat(topics.deadLetters()).isEqualTo("dead");
        assertThat(topics.replies()).isEqualTo(Set.of("crm.replies", "erp.replies", "shop.replies"));
        assertThat(topics.crossVendor()).isEqualTo(CrossVendor.ALLOW);
        assertThat(topics.create()).isEqualTo(new Creation(6, (short) 3));
    }

    @Test
    void forAccounts() {
        assertThat(configuration.accounts())
                .containsExactly(
                        new AccountConfig(
                                new Account("7moor", "2000103"),
                                Secret.of("from-environment"),
                                URI.create("http://127.0.0.1:18080/moor"),
                                Algorithm.MD5,
                                new Budget(10, Duration.ofSeconds(30)),
                                new AccountWebhook(null, Secret.of("from-environment-0123"), "20000153")),
                        new AccountConfig(
                                new Account("callbot", "Vh71"),
                                Secret.of("from file"),
                                null,
                                Algorithm.SHA256,
                                Budget.UNLIMITED),
                        new AccountConfig(
                                new Account("nxlink", "fme2"),
                                Secret.of("0123"),
                                URI.create("http://127.0.0.1:18080/nx"),
                                Algorithm.SHA256,
                                new Budget(5, Duration.ofSeconds(1)),
                                new AccountWebhook(Secret.of("0123-token"), null, null)));
    }

    @Test
    void forCommands() {
        assertThat(configuration.commands().deadline())
                .isEqualTo(new DeadlineSettings(Duration.ofSeconds(30), Duration.ofSeconds(90)));
        assertThat(configuration.commands().limits()).isEqualTo(new Limits(1, 2, 3, 4, 64L << 20));
        assertThat(configuration.commands().retry())
                .isEqualTo(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(10), 3));
    }

    @Test
    void forHttp() {
        assertThat(configuration.http())
                .isEqualTo(new HttpSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        512 * 1024,
                        ResponseSignatures.REQUIRE,
                        Map.of(
                                "7moor", Map.of("400", CodeMeaning.TOO_OFTEN),
                                "callbot",
                                        Map.of(
                                                "5001",
                                                CodeMeaning.ofQuery(Reason.VENDOR_REFUSED),
                                                "600x",
                                                CodeMeaning.FORBIDDEN),
                                "nxlink", Map.of("1", CodeMeaning.UNAUTHORIZED)),
                        InetSocketAddress.createUnresolved("proxy", 3128),
                        Truststore.read(certificate)));
    }

    @Test
    void forTheRest() {
        assertThat(configuration.shutdown()).isZero();
        assertThat(configuration.admin())
                .isEqualTo(new AdminConfig("0.0.0.0", 0, List.of("callport", "callport-0.shop")));
        assertThat(configuration.admin().enabled()).isFalse();
        assertThat(configuration.tracing()).isEqualTo(new TracingConfig(false));
    }

    @Test
    void forWebhooks() {
        assertThat(configuration.webhooks())
                .isEqualTo(new WebhookConfig(
                        new WebhookServerSettings("0.0.0.0", 8443, TLS, 1 << 20, WebhookServerSettings.BODY_TIMEOUT),
                        64 * 1024,
                        Duration.ofHours(1),
                        Map.of(
                                "7moor", new SuccessReply(201, "{\"code\":1}"),
                                "callbot", new SuccessReply(202, "{}"),
                                "nxlink", new SuccessReply(203, "ok"))));
        assertThat(configuration.webhookSettings().accounts())
                .containsExactly(
                        new WebhookAccount(
                                new Account("7moor", "2000103"),
                                Secret.of("from-environment"),
                                Algorithm.MD5,
                                null,
                                Secret.of("from-environment-0123"),
                                "20000153"),
                        WebhookAccount.signed(new Account("callbot", "Vh71"), Secret.of("from file"), Algorithm.SHA256),
                        new WebhookAccount(
                                new Account("nxlink", "fme2"),
                                Secret.of("0123"),
                                Algorithm.SHA256,
                                Secret.of("0123-token"),
                                null,
                                "fme2"));
        assertThat(configuration.kafkaSettings().events().vendors()).containsOnly("7moor", "callbot", "nxlink");
    }

    @Test
    void leavesNoKeyOut() {
        var problems = new Problems();
        Schema schema = ConfigurationFile.schema();
        Section root = YamlFile.read(
                text.getBytes(StandardCharsets.UTF_8), schema, ConfigurationFixture.ENVIRONMENT::get, problems);
        assertThat(absent("", schema, List.of(root))).isEmpty();
        assertThat(problems.errors()).isEmpty();
    }

    /** The paths of the declared keys that no section has. */
    private static Stream<String> absent(String path, Schema schema, List<Section> sections) {
        return schema.entries().stream()
                .filter(entry -> !(entry instanceof WildcardKey))
                .flatMap(entry -> {
                    String here = path + entry.name();
                    List<Section> with =
                            sections.stream().filter(it -> it.has(entry.name())).toList();
                    if (with.isEmpty()) {
                        return Stream.of(here);
                    }
                    if (entry instanceof SectionKey group) {
                        return absent(
                                here + ".",
                                group.schema(),
                                with.stream().map(it -> it.section(group)).toList());
                    }
                    return entry instanceof SectionListKey groups
                            ? absent(
                                    here + ".",
                                    groups.schema(),
                                    with.stream()
                                            .flatMap(it -> it.sections(groups).stream())
                                            .toList())
                            : Stream.empty();
                });
    }

    @Test
    void showsNoSecret() {
        assertThat(configuration.toString())
                .doesNotContain("from-environment", "from file", "0123", "BEGIN PRIVATE KEY");
    }

    @Test
    void isWhatTheAdaptersGet() {
        var settings = configuration.kafkaSettings();
        assertThat(settings.accounts()).hasSize(3).containsEntry(new Account("callbot", "Vh71"), Budget.UNLIMITED);
        assertThat(settings.processing().requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.processing().limits().requests()).isEqualTo(4);
        assertThat(configuration.httpAccounts()).hasSize(3);
    }
}
