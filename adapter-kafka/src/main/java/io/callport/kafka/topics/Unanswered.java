package io.callport.kafka.topics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Why a cluster says nothing, in words. */
public final class Unanswered {
    private Unanswered() {}

    /** A sentence with its remedy. */
    public static String told(KafkaException e) {
        return told(e, "Kafka does not answer", "");
    }

    /**
     * The same of a cluster that is asked again and again.
     *
     * @param servers which, as configured
     * @param since when it last answered, or when it was first asked
     */
    static String told(KafkaException e, Object servers, Instant since) {
        String when = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return told(e, "Kafka at " + servers + " has not answered since " + when, " and that it runs");
    }

    private static String told(KafkaException e, String what, String alsoCheck) {
        String name = e.getClass().getSimpleName();
        if (e instanceof SaslAuthenticationException) {
            return "Kafka lets nobody in with these credentials: " + name
                    + "; check kafka.sasl.mechanism and the user and password of kafka.sasl.jaas.config";
        }
        if (e instanceof SslAuthenticationException) {
            return "Kafka and this client do not trust each other: " + name
                    + "; check kafka.ssl.truststore.location and that the brokers' certificates name their hosts";
        }
        return what + ": " + name + "; check kafka.bootstrap.servers" + alsoCheck;
    }
}
