package io.callport.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.config.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in files that an editor changed or whose permissions are wrong. */
class SecretFilesTest {
    private static final String LITERAL = """
            kafka:
              bootstrap.servers: localhost:9092
              security.protocol: SASL_PLAINTEXT
              sasl.jaas.config: org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="s3cret";
              ssl.key.password: "${PASSWORD}"
              consumer: { ssl.truststore.password: s3cret }
            accounts:
              - { id: 7moor:1, secret: s3cret }
              - { id: 7moor:2, secret: "${PASSWORD}" }
            """;

    @TempDir
    Path directory;

    @Test
    void areRefusedWithAByteOrderMark() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "\uFEFFs3cret\n");
        assertThatThrownBy(() -> read(account("${file:" + secret + "}"), "rw-------"))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .asString()
                                .startsWith("accounts[0].secret: file " + secret + " begins with a byte order mark")
                                .doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\u200b", "\uFEFFs3cret", "s3\u00adcret", "s3cret\u0000", "\u202es3cret"})
    void areRefusedWithWhatNobodySees(String secret) throws IOException {
        Path file = Files.write(directory.resolve("secret"), ("x" + secret).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(account("${file:" + file + "}"), "rw-------"))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .asString()
                                .startsWith("accounts[0].secret: must have no invisible characters")
                                .doesNotContain("s3"));
    }

    @Test
    void areNamedIfEveryUserMayReadThem() throws IOException {
        List<Problem> exposed = read(LITERAL, "rw-r--r--").exposedSecrets();
        assertThat(exposed)
                .extracting(Problem::key)
                .containsExactlyInAnyOrder(
                        "kafka.sasl.jaas.config", "kafka.consumer.ssl.truststore.password", "accounts[0].secret");
        assertThat(exposed)
                .allSatisfy(it -> assertThat(it.text())
                        .contains("every user of this machine may read", "chmod o= callport.yaml")
                        .doesNotContain("s3cret"));
        assertThat(read(LITERAL, "rw-r-----").exposedSecrets()).isEmpty();
        assertThat(read(account("${PASSWORD}"), "rw-r--r--").exposedSecrets()).isEmpty();
    }

    @Test
    void mayBeNamedInAConfigurationWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + account("${PASSWORD}"), "rw-r--r--")
                        .configuration()
                        .accounts())
                .hasSize(1);
    }

    private static String account(String secret) {
        return "kafka: { bootstrap.servers: 'localhost:9092' }\naccounts: [{ id: 7moor:1, secret: '" + secret
                + "' }]\n";
    }

    private ConfigurationFile read(String text, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return ConfigurationFile.read(file, Map.of("PASSWORD", "an0ther")::get);
    }
}
