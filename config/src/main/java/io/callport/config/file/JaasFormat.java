package io.callport.config.file;

import java.util.Map;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/** The format of {@code sasl.jaas.config}. Kafka's clients would quote the very part that they do not understand. */
final class JaasFormat {
    private JaasFormat() {}

    static String checked(String text) {
        try {
            JaasContext unused =
                    JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(text)));
            return text;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("""
                    must be a login module with its options, as in org.apache.kafka.common.security.scram.ScramLoginModule \
                    required username="callport" password="${KAFKA_PASSWORD}"; with each value in double quotes and a \
                    semicolon at the end""");
        }
    }
}
