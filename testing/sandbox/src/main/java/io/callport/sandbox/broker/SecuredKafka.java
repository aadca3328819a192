package io.callport.sandbox.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An {@link EmbeddedKafka} that requires a password and TLS from every client, and a right for every operation: clients
 * connect with {@code SASL_SSL} and SCRAM-SHA-512, and Kafka's own {@code StandardAuthorizer} judges clients by its
 * ACLs. One user, the administrator, may do everything. The key pair is made when the broker starts and is removed when
 * it closes. Thread-safe.
 */
public final class SecuredKafka implements AutoCloseable {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    private final EmbeddedKafka broker;
    private final LogDirectory tls;
    private final KeyPairFile keys;
    private final Map<String, String> passwords;

    private SecuredKafka(EmbeddedKafka broker, LogDirectory tls, KeyPairFile keys, Map<String, String> passwords) {
        this.broker = broker;
        this.tls = tls;
        this.keys = keys;
        this.passwords = passwords;
    }

    /**
     * Starts a broker on any free port.
     *
     * @param passwords the passwords of all users, by name; only letters, digits, {@code .}, {@code _} and {@code -}
     * @param administrator the name of the user who may do everything
     * @param brokerSettings the settings, as for {@link EmbeddedKafka#start(int, Map)}
     * @throws IllegalArgumentException if a name, a password or a setting is not as described
     * @throws UncheckedIOException if a port, the temporary directories or the key pair is not available
     * @throws IllegalStateException if the broker does not start
     */
    public static SecuredKafka start(
            Map<String, String> passwords, String administrator, Map<String, String> brokerSettings) {
        check(passwords, administrator);
        try {
            LogDirectory tls = LogDirectory.create();
            try {
                KeyPairFile keys = KeyPairFile.in(tls.directory());
                BrokerAccess access = BrokerAccess.secured(passwords, administrator, keys);
                EmbeddedKafka broker = EmbeddedKafka.start(access, brokerSettings);
                return new SecuredKafka(broker, tls, keys, Map.copyOf(passwords));
            } catch (IOException | RuntimeException e) {
                tls.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address for clients, as in {@code 127.0.0.1:19092}: a value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The broker's certificate, as PEM, which clients trust. */
    public Path certificate() {
        return keys.certificate();
    }

    /**
     * All properties with which a client connects as a user, {@code bootstrap.servers} included.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    public Map<String, Object> clientProperties(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("there is no user " + user);
        }
        Map<String, Object> properties = new HashMap<>(BrokerAccess.clientProperties(user, password, keys));
        properties.put("bootstrap.servers", bootstrapServers());
        return properties;
    }

    /** Stops the broker and removes its data and its key pair. Closing twice does nothing. */
    @Override
    public void close() {
        broker.close();
        tls.close();
    }

    private static void check(Map<String, String> passwords, String administrator) {
        passwords.forEach((user, password) -> {
            if (!PLAIN.matcher(user).matches() || !PLAIN.matcher(password).matches()) {
                throw new IllegalArgumentException(
                        "a user's name and password must be letters, digits, '.', '_' and '-' only");
            }
        });
        if (!passwords.containsKey(administrator)) {
            throw new IllegalArgumentException("the administrator must be one of the users");
        }
    }
}
