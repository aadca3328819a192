package io.callport.http.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that vendors' certificates are checked by, instead of those that the JDK trusts.
 *
 * @param certificates at least one
 */
public record Truststore(List<X509Certificate> certificates) {
    private static final int MAX_BYTES = 16 << 20; // a hundred times what the JDK trusts
    private static final String NO_FILE =
            "truststore: must be a file that can be read, of at most 16 MiB: check the path and its rights";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public Truststore {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("truststore: must hold at least one certificate");
        }
    }

    /**
     * Reads a file of certificates in PEM, one after another.
     *
     * @throws IllegalArgumentException if the file cannot be read, or holds no certificate or anything else
     */
    public static Truststore read(Path file) {
        byte[] bytes = bytes(file);
        try {
            return new Truststore(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "truststore: must be a file of certificates in PEM, which begin with -----BEGIN CERTIFICATE-----;"
                            + " keytool -list -rfc -keystore FILE shows a Java truststore so",
                    e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(NO_FILE, e);
        }
        throw new IllegalArgumentException(NO_FILE);
    }

    /** The number of certificates. */
    @Override
    public String toString() {
        return "Truststore[certificates=" + certificates.size() + "]";
    }
}
