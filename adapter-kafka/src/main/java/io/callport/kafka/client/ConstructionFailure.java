package io.callport.kafka.client;

import javax.security.auth.login.LoginException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The temporary failures to open one of Kafka's clients; every other failure is one of the configuration. */
public final class ConstructionFailure {
    private ConstructionFailure() {}

    /** Whether no name of a broker resolves at present, or the server of the login does not answer. */
    public static boolean mayHeal(KafkaException e) {
        return isUnresolved(e) || isOfLogin(e);
    }

    /** Whether none of the brokers' names resolves. Kafka's clients say so only in a message. */
    public static boolean isUnresolved(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException
                    && String.valueOf(cause.getMessage()).contains("resolvable bootstrap")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfLogin(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LoginException) {
                return true;
            }
        }
        return false;
    }
}
