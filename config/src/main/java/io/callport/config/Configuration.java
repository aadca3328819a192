package io.callport.config;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.embed.EmbedSettings;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.kafka.settings.EventSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.webhook.settings.WebhookAccount;
import io.callport.webhook.settings.WebhookSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the service. Holds secrets and never shows them.
 *
 * @param kafka the settings of Kafka's clients, topics and records
 * @param accounts the accounts whose commands the service answers; at least one
 * @param commands the treatment of commands
 * @param http the settings of requests to vendors
 * @param shutdown the time for which a stop waits for requests in flight
 * @param admin the address of health and metrics
 * @param tracing the treatment of a command's trace
 * @param webhooks the receiving of what vendors push; {@code null} to receive nothing
 */
public record Configuration(
        KafkaConfig kafka,
        List<AccountConfig> accounts,
        CommandConfig commands,
        HttpSettings http,
        Duration shutdown,
        AdminConfig admin,
        TracingConfig tracing,
        @Nullable WebhookConfig webhooks) {
    /** A configuration with which nothing is received from vendors. */
    public Configuration(
            KafkaConfig kafka,
            List<AccountConfig> accounts,
            CommandConfig commands,
            HttpSettings http,
            Duration shutdown,
            AdminConfig admin,
            TracingConfig tracing) {
        this(kafka, accounts, commands, http, shutdown, admin, tracing, null);
    }

    public Configuration {
        accounts = List.copyOf(accounts);
    }

    /** The settings of the Kafka adapter. */
    public KafkaSettings kafkaSettings() {
        return new KafkaSettings(
                kafka.clients(),
                kafka.topics(),
                budgets(),
                commands.deadline(),
                new ProcessingSettings(commands.limits(), commands.retry(), http.timeout(), shutdown),
                kafka.sipPasswords(),
                kafka.vendorFields(),
                EventSettings.of(pushingVendors()));
    }

    /** The settings for queries without Kafka. */
    public EmbedSettings embedSettings() {
        return new EmbedSettings(
                budgets(),
                commands.deadline().byDefault(),
                http.timeout(),
                commands.limits(),
                commands.retry(),
                shutdown);
    }

    /** The accounts as the HTTP adapter takes them. */
    public List<HttpAccount> httpAccounts() {
        return accounts.stream()
                .map(it -> HttpAccount.of(it.account(), it.secret(), it.url(), it.algorithm()))
                .toList();
    }

    /** The vendors whose callbacks are received: 7moor's only where an account has the secret that proves them. */
    private Set<String> pushingVendors() {
        return webhooks == null
                ? Set.of()
                : accounts.stream()
                        .filter(it -> !it.account().vendor().equals("7moor")
                                || it.webhook().pathSecret() != null)
                        .map(it -> it.account().vendor())
                        .collect(Collectors.toSet());
    }

    /** The settings of the receiver of callbacks: all accounts, and what {@code webhooks} says or leaves as usual. */
    public WebhookSettings webhookSettings() {
        List<WebhookAccount> received =
                accounts.stream().map(AccountConfig::webhookAccount).toList();
        WebhookConfig config = webhooks;
        return config == null
                ? WebhookSettings.of(received)
                : new WebhookSettings(
                        received,
                        config.maxBodyBytes(),
                        WebhookSettings.WAITING_BYTES,
                        config.maxAge(),
                        config.replies());
    }

    private Map<Account, Budget> budgets() {
        return accounts.stream().collect(Collectors.toMap(AccountConfig::account, AccountConfig::budget));
    }
}
