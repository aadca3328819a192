package io.callport.demo;

import io.callport.sandbox.callback.CallbackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration file of a local Callport, in a temporary directory that is removed when the process ends. The
 * accounts and secrets are those of the vendors' public documents.
 *
 * @param adminPort the admin port of the service
 * @param callbacks where the vendors push their callbacks, and what proves them
 */
record LocalConfigFile(int adminPort, CallbackSettings callbacks) {
    private static final String TEMPLATE = """
            kafka:
              bootstrap.servers: %s
              group.id: callport
            topics:
              create: { partitions: 3, replication: 1 }
              7moor: { replies: [callport.replies] }
              callbot: { replies: [callport.replies] }
              nxlink: { replies: [callport.replies] }
            accounts:
              - id: 7moor:2000103
                secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3
                url: %s
                webhook: { path-secret: %s }
              - id: callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR
                secret: u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr
                url: %s
                algorithm: SHA256
              - id: nxlink:fme2na3kdi3ki
                secret: abciiiko2k3
                url: %s
                webhook: { token: %s }
            admin: { port: %d }
            webhooks: { port: %d }
            """;

    Path write(String bootstrapServers, URI vendors) {
        try {
            Path directory = Files.createTempDirectory("callport-"); // readable by this user alone
            Path file = directory.resolve("callport.yaml");
            String text = TEMPLATE.formatted(
                    bootstrapServers,
                    vendors,
                    callbacks.pathSecret(),
                    vendors,
                    vendors,
                    callbacks.token(),
                    adminPort,
                    callbacks.url().getPort());
            Files.writeString(file, text, StandardCharsets.UTF_8);
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
