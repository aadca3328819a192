package io.callport.kafka.topics;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Why a cluster says nothing, in words. */
public final class Unanswered {
    private Unanswered() {}

    /** A sentence with its remedy. */
    public static String told(KafkaException e) {
        String name = e.getClass().getSimpleName();
        if (e instanceof SaslAuthenticationException) {
            return "Kafka lets nobody in with these credentials: " + name
                    + "; check kafka.sasl.mechanism and the user and password of kafka.sasl.jaas.config";
        }
        if (e instanceof SslAuthenticationException) {
            return "Kafka and this client do not trust each other: " + name
                    + "; check kafka.ssl.truststore.location and that the brokers' certificates name their hosts";
        }
        return "Kafka does not answer: " + name + "; check kafka.bootstrap.servers";
    }
}
