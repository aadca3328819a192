package io.callport.kafka.admin.rights;

import io.callport.kafka.settings.ClientSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/** The user as whom the service logs in to Kafka, as far as its configuration says. */
final class ConfiguredPrincipal {
    /** A placeholder that the reader fills in. */
    static final String UNKNOWN = "User:<principal>";

    private ConfiguredPrincipal() {}

    /**
     * The user of SASL's PLAIN or SCRAM. The brokers decide which user a certificate, a ticket or a token stands for.
     */
    static String of(ClientSettings clients) {
        Map<String, Object> properties = clients.forAdmin();
        String protocol = text(properties.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
        String mechanism = text(properties.get(SaslConfigs.SASL_MECHANISM));
        boolean named = mechanism.equals("PLAIN") || mechanism.startsWith("SCRAM-");
        String user = protocol.startsWith("SASL_") && named ? user(properties) : null;
        return user == null ? UNKNOWN : "User:" + user;
    }

    /** Read as Kafka's clients read it: text that looks like a user's name could be within the password. */
    private static @Nullable String user(Map<String, Object> properties) {
        Map<String, Object> login = new HashMap<>(properties);
        login.computeIfPresent(SaslConfigs.SASL_JAAS_CONFIG, (key, jaas) -> new Password(jaas.toString()));
        try {
            return JaasContext.configEntryOption(
                    JaasContext.loadClientContext(login).configurationEntries(), "username", null);
        } catch (RuntimeException e) {
            return null; // the client that logs in with it reports it
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip().toUpperCase(Locale.ROOT);
    }
}
