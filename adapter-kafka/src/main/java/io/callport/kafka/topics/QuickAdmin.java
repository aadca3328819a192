package io.callport.kafka.topics;

import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.ClientSettings;
import org.apache.kafka.clients.admin.Admin;

/** Makes administration clients that notice soon when a broker is gone, unless the configuration wants more patience. */
public final class QuickAdmin {
    private QuickAdmin() {}

    /**
     * Makes one.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka's client does not take the settings
     */
    public static Admin open(ClientSettings settings) {
        return Admin.create(ClientProperties.ofAdmin(settings));
    }
}
