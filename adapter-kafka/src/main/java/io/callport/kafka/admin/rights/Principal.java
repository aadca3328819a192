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

/** Who the service is to Kafka, as far as its own configuration tells. */
final class Principal {
    /** For whoever reads it to fill in. */
    static final String UNKNOWN = "User:<principal>";

    private Principal() {}

    /** The user of SASL's PLAIN or SCRAM; what a certificate, a ticket or a token is to Kafka, the brokers decide. */
    static String of(ClientSettings clients) {
        Map<String, Object> properties = clients.forAdmin();
        String protocol = text(properties.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
        String mechanism = text(properties.get(SaslConfigs.SASL_MECHANISM));
        boolean named = mechanism.equals("PLAIN") || mechanism.startsWith("SCRAM-");
        String user = protocol.startsWith("SASL_") && named ? user(properties) : null;
        return user == null ? UNKNOWN : "User:" + user;
    }

    /** Read as Kafka's clients read it: what looks like a user's name could be within the password. */
    private static @Nullable String user(Map<String, Object> properties) {
        Map<String, Object> login = new HashMap<>(properties);
        login.computeIfPresent(SaslConfigs.SASL_JAAS_CONFIG, (key, jaas) -> new Password(jaas.toString()));
        try {
            return JaasContext.configEntryOption(
                    JaasContext.loadClientContext(login).configurationEntries(), "username", null);
        } catch (RuntimeException e) {
            return null; // it is told to whoever logs in with it
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip().toUpperCase(Locale.ROOT);
    }
}
