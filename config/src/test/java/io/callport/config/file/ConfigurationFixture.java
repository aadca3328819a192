package io.callport.config.file;

import io.callport.config.Configuration;
import java.util.List;
import java.util.Map;

/** Makes configurations for tests. */
final class ConfigurationFixture {
    static final Map<String, String> ENVIRONMENT =
            Map.of("MOOR_SECRET", "from-environment", "EMPTY", "", "PORT", "1234");

    private static final String KAFKA = "kafka: {bootstrap.servers: 'localhost:9092'}\n";
    private static final String ACCOUNT = "{id: '7moor:1', secret: s3cret}";

    private ConfigurationFixture() {}

    /** The least configuration, and these lines. */
    static String withLeast(String... lines) {
        return KAFKA + "accounts: [" + ACCOUNT + "]\n" + String.join("\n", lines);
    }

    /** The least configuration, with that section for Kafka. */
    static String withKafka(String kafka) {
        return "kafka: " + kafka + "\naccounts: [" + ACCOUNT + "]\n";
    }

    /** The least configuration, with those accounts. */
    static String withAccounts(String... accounts) {
        return KAFKA + "accounts: [" + String.join(", ", accounts) + "]\n";
    }

    static Configuration read(String text) {
        return ConfigurationFile.parse(text, ENVIRONMENT::get).configuration();
    }

    static List<String> problems(String text) {
        try {
            ConfigurationFile.parse(text, ENVIRONMENT::get);
            return List.of();
        } catch (InvalidConfigurationException e) {
            return e.problems().stream().map(String::valueOf).toList();
        }
    }

    static List<String> warnings(String text) {
        return ConfigurationFile.parse(text, ENVIRONMENT::get).warnings().stream()
                .map(String::valueOf)
                .toList();
    }
}
