package io.callport.config.file;

import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Checks addresses as Kafka's clients read them; whether their names resolve at present is not asked. */
final class ServerNames {
    private static final int LAST_PORT = 65_535;

    private ServerNames() {}

    /** The text, if it is one address or several with commas. */
    static String checked(String text) {
        for (String address : text.strip().split("\\s*,\\s*", -1)) {
            Integer port = port(address);
            if (Utils.getHost(address) == null || port == null || port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException("must be host:port, several with commas, as in localhost:9092");
            }
        }
        return text;
    }

    private static @Nullable Integer port(String address) {
        try {
            return Utils.getPort(address);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
