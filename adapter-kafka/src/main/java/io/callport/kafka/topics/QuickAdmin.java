package io.callport.kafka.topics;

import io.callport.kafka.ClientSettings;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes administration clients that notice soon when a broker is gone, unless the configuration wants more patience. */
public final class QuickAdmin {
    private QuickAdmin() {}

    /**
     * Makes one.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka's client does not take the settings
     */
    public static Admin open(ClientSettings settings) {
        Map<String, Object> properties = settings.forAdmin();
        boolean configured = properties.containsKey(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG)
                || properties.containsKey(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        if (!configured) { // one of them alone could contradict the other
            properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        }
        return Admin.create(properties);
    }
}
