package io.callport.kafka.topics;

import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.ClientSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The settings that brokers refuse when clients first use them: timeouts beyond their bounds, an unknown protocol. */
final class BrokerLimits {
    private static final String MAX_TRANSACTION = "transaction.max.timeout.ms";
    private static final String MIN_SESSION = "group.min.session.timeout.ms";
    private static final String MAX_SESSION = "group.max.session.timeout.ms";

    private BrokerLimits() {}

    /** The problems, in sentences; none where this user may not read the brokers' settings. */
    static List<String> problems(BrokerReader brokers, ClientSettings settings) {
        List<String> problems = new ArrayList<>();
        long transaction = ClientProperties.transactionTimeout(settings).toMillis();
        brokers.least(MAX_TRANSACTION)
                .filter(most -> transaction > most)
                .ifPresent(most -> problems.add("transaction.timeout.ms is " + transaction + ", but the brokers'"
                        + " " + MAX_TRANSACTION + " is " + most + ", so no transaction can begin; lower the first or"
                        + " raise the second"));
        Map<String, Object> consumer = settings.forConsumer();
        boolean classic =
                !"consumer".equalsIgnoreCase(String.valueOf(consumer.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)));
        if (classic) {
            problems.addAll(session(brokers, consumer));
        } else if (!brokers.hasFeature("group.version", 1)) {
            problems.add("group.protocol is consumer, which these brokers do not know, so the group cannot be joined;"
                    + " upgrade group.version, or leave group.protocol out");
        }
        return problems;
    }

    private static List<String> session(BrokerReader brokers, Map<String, Object> consumer) {
        Object configured = consumer.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        Object used = configured == null
                ? ConsumerConfig.configDef().defaultValues().get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                : configured;
        long session = Long.parseLong(String.valueOf(used).strip());
        List<String> problems = new ArrayList<>();
        brokers.most(MIN_SESSION)
                .filter(least -> session < least)
                .ifPresent(least -> problems.add(outside(session, MIN_SESSION, least, "raise")));
        brokers.least(MAX_SESSION)
                .filter(most -> session > most)
                .ifPresent(most -> problems.add(outside(session, MAX_SESSION, most, "lower")));
        return problems;
    }

    private static String outside(long session, String bound, long value, String remedy) {
        return "session.timeout.ms is " + session + ", but the brokers' " + bound + " is " + value
                + ", so the group cannot be joined; " + remedy + " session.timeout.ms";
    }
}
