package io.callport.benchmarks.service;

import io.callport.account.Account;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.file.InvalidConfigurationException;
import java.net.URI;
import java.util.List;

/**
 * The service's configuration: separate topics with a common prefix, and the defaults for all other settings. Commands
 * for Callbot are in {@code <name>.commands}, their results in {@code <name>.results}; the name is also the group.
 */
public final class ServiceFile {
    private static final String HEAD = """
            kafka:
              bootstrap.servers: %1$s
              group.id: %2$s
            topics:
              callbot: { commands: %2$s.commands, results: %2$s.results }
              7moor: { commands: %2$s.7moor.commands, results: %2$s.7moor.results }
              nxlink: { commands: %2$s.nxlink.commands, results: %2$s.nxlink.results }
              dead-letters: %2$s.dead-letters
              create: { partitions: 1, replication: 1 }
            admin: { port: 0 }
            %3$s
            accounts:
            %4$s
            """;
    private static final String ACCOUNT = "  - { id: \"%s\", secret: %s, url: \"%s\", budget: %s }%n";

    private ServiceFile() {}

    /** The line of an account; the budget is as in {@code 20/PT1M}, or {@code none}. */
    public static String account(Account account, String secret, URI vendor, String budget) {
        return ACCOUNT.formatted(account, secret, vendor, budget);
    }

    /**
     * Reads the configuration.
     *
     * @param more further lines of the file, as in {@code shutdown: PT1S}
     * @throws IllegalStateException if the configuration is not valid
     */
    public static Configuration read(String bootstrap, String name, String more, List<String> accounts) {
        String text = HEAD.formatted(bootstrap, name, more, String.join("", accounts));
        try {
            return ConfigurationFile.parse(text, secret -> null).configuration();
        } catch (InvalidConfigurationException e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }
}
