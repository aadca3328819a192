package io.callport.webhook.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/**
 * A certificate and its key, each in PEM; a server reads both again when a file changes.
 *
 * @param certificate the file of the certificate, with those that lead to its authority behind it
 * @param key the file of its private key, PKCS#8 and not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
    /**
     * Reads both files into a key store without a password, which has no other entry.
     *
     * @throws IllegalArgumentException if a file cannot be read, or is no certificate or not its key; the message
     *     begins with {@code certificate:} or {@code key:}, and names the file and the remedy
     * @throws IOException if this JVM can make no key store
     */
    public KeyStore keyStore() throws IOException {
        return PemKeyStore.of(this, bytes("certificate", certificate), bytes("key", key));
    }

    private static byte[] bytes(String name, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name + ": " + file + " cannot be read; check its path and permissions", e);
        }
    }
}
