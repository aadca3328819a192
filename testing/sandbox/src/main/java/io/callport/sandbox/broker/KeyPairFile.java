package io.callport.sandbox.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A key pair for TLS on 127.0.0.1, made by this JDK's {@code keytool} for the life of one broker, and its certificate,
 * signed by itself, as PEM.
 *
 * @param keyStore the key pair and its certificate, in PKCS #12
 * @param certificate the certificate that clients trust
 * @param password the password of the key store
 */
record KeyPairFile(Path keyStore, Path certificate, String password) {
    static final String TYPE = "PKCS12";

    private static final String ALIAS = "broker";
    private static final String PASSWORD = "KEY_STORE_PASSWORD";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static KeyPairFile in(Path directory) throws IOException {
        KeyPairFile keys = new KeyPairFile(
                directory.resolve("broker.p12"),
                directory.resolve("broker.pem"),
                UUID.randomUUID().toString());
        keys.generate();
        keys.export();
        return keys;
    }

    /** The names of the files only. */
    @Override
    public String toString() {
        return "KeyPairFile[" + keyStore + ", " + certificate + "]";
    }

    private void generate() throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ProcessBuilder command = new ProcessBuilder(List.of(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                TYPE,
                "-keystore",
                keyStore.toString(),
                "-storepass:env",
                PASSWORD));
        command.environment().put(PASSWORD, password);
        Process process = command.redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            String all = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no key pair: " + all.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a key pair", e);
        }
    }

    private void export() throws IOException {
        try {
            byte[] encoded = KeyStore.getInstance(keyStore.toFile(), password.toCharArray())
                    .getCertificate(ALIAS)
                    .getEncoded();
            Files.writeString(
                    certificate,
                    "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(encoded) + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException("the new certificate cannot be read", e);
        }
    }
}
