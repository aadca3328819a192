package io.callport.webhook.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate and its key, read from PEM into a key store in memory. Messages never show what a file holds. */
final class PemKeyStore {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

    private PemKeyStore() {}

    /**
     * A key store with one entry.
     *
     * @throws IllegalArgumentException if the texts are no certificate with its key; the message names the file and the
     *     remedy
     * @throws IOException if a key store cannot be made
     */
    static KeyStore of(TlsFiles files, byte[] certificate, byte[] key) throws IOException {
        Certificate[] chain = chain(files, certificate);
        PrivateKey privateKey = privateKey(files, key);
        requirePair(files, chain[0], privateKey);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("callport", privateKey, new char[0], chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("This JVM can make no key store", e);
        }
    }

    private static Certificate[] chain(TlsFiles files, byte[] pem) {
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .toArray(new Certificate[0]);
            if (chain.length > 0) {
                return chain;
            }
        } catch (GeneralSecurityException e) {
            // the message below says what is wanted
        }
        throw new IllegalArgumentException("certificate: " + files.certificate()
                + " must hold a certificate in PEM, with those that lead to its authority behind it");
    }

    private static PrivateKey privateKey(TlsFiles files, byte[] pem) {
        Matcher found = KEY.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (found.find()) {
            byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
            for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
                } catch (InvalidKeySpecException e) {
                    // the next algorithm may read it
                } catch (GeneralSecurityException e) {
                    break;
                }
            }
        }
        throw new IllegalArgumentException("key: " + files.key() + " must hold a private key in PEM that begins with"
                + " -----BEGIN PRIVATE KEY-----; convert another one with: openssl pkcs8 -topk8 -nocrypt");
    }

    private static void requirePair(TlsFiles files, Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        boolean pair;
        try {
            byte[] sample = {1};
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate);
            signature.update(sample);
            pair = signature.verify(signed);
        } catch (GeneralSecurityException e) {
            pair = false;
        }
        if (!pair) {
            throw new IllegalArgumentException("key: " + files.key() + " is not the key of the first certificate in "
                    + files.certificate() + "; put the server's own certificate first");
        }
    }
}
