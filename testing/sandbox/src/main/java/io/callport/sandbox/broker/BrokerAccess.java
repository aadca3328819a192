package io.callport.sandbox.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The access to a broker: its listeners, their settings and its users.
 *
 * @param listeners the listener for clients, then the broker's own listener if it is another one
 * @param settings the broker settings for this access
 * @param scram the first users, as {@code kafka-storage.sh format --add-scram} takes them
 */
record BrokerAccess(List<String> listeners, Map<String, String> settings, List<String> scram) {
    static final String CONTROLLER = "CONTROLLER";

    private static final String PLAIN = "PLAINTEXT";
    private static final String SECURE = "SASL_SSL";
    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String LOGIN_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";

    /** Access without TLS and password, for all operations. */
    static final BrokerAccess OPEN = new BrokerAccess(List.of(PLAIN), Map.of(), List.of());

    /**
     * Access with a password, over TLS, limited by the user's rights. The broker itself uses a separate listener,
     * without a user and with all rights.
     */
    static BrokerAccess secured(Map<String, String> passwords, String administrator, KeyPairFile keys) {
        Map<String, String> settings = Map.of(
                "inter.broker.listener.name",
                PLAIN,
                "listener.security.protocol.map",
                SECURE + ":" + SECURE + ",PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                LOGIN_MODULE + " required;",
                "ssl.keystore.type",
                KeyPairFile.TYPE,
                "ssl.keystore.location",
                keys.keyStore().toString(),
                "ssl.keystore.password",
                keys.password(),
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:ANONYMOUS;User:" + administrator);
        List<String> scram = passwords.entrySet().stream()
                .map(user -> MECHANISM + "=[name=" + user.getKey() + ",password=" + user.getValue() + "]")
                .toList();
        return new BrokerAccess(List.of(SECURE, PLAIN), settings, scram);
    }

    /** The properties with which a client connects as a user. */
    static Map<String, Object> clientProperties(String user, String password, KeyPairFile keys) {
        return Map.of(
                "security.protocol",
                SECURE,
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                LOGIN_MODULE + " required username=\"" + user + "\" password=\"" + password + "\";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                keys.certificate().toString());
    }

    /** The names of the listeners only, since the other parts hold passwords. */
    @Override
    public String toString() {
        return "Access" + listeners;
    }

    String clientListener() {
        return listeners.get(0);
    }

    List<String> listenersWithController() {
        List<String> all = new ArrayList<>(listeners);
        all.add(CONTROLLER);
        return all;
    }
}
