package io.callport.kafka.client;

import io.callport.query.ExceptionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** The reasons why a cluster does not answer, in words. */
public final class ClusterFailure {
    private ClusterFailure() {}

    /** Describes a failure in a sentence with its remedy. */
    public static String describe(KafkaException e) {
        return describe(e, "Kafka does not answer", "");
    }

    /**
     * Describes a failure of a cluster that is asked periodically.
     *
     * @param servers the bootstrap servers, as configured
     * @param since the time of the cluster's last answer, or else of the first request
     */
    public static String describe(KafkaException e, Object servers, Instant since) {
        String when = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return describe(e, "Kafka at " + servers + " has not answered since " + when, " and that it runs");
    }

    /** The kind of a failure; the message of one that has no kind of its own. */
    public static String reason(KafkaException e) {
        boolean kind = e.getClass() != KafkaException.class || e.getMessage() == null;
        return kind ? ExceptionKind.of(e) : String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String describe(KafkaException e, String what, String alsoCheck) {
        if (ConstructionFailure.isUnresolved(e)) {
            return what + ": none of the names of kafka.bootstrap.servers resolves; check them and the name server";
        }
        String name = reason(e);
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
