package io.callport.config.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.config.AccountConfig;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.schema.DocumentedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents equal the generated text, and the example is a file that works. */
class ReferenceTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COMMENTED = Pattern.compile("(?m)^( *)#(?=[^ \n])");

    @TempDir
    Path directory;

    private Path secret;

    @BeforeEach
    void write() throws IOException {
        secret = Files.writeString(directory.resolve("callbot"), "s3cret");
    }

    @Test
    void isWhatTheDocumentSays() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/configuration.md")))
                .as("written by: " + Reference.COMMAND)
                .isEqualTo(Reference.markdown());
    }

    @Test
    void theExampleFileIsWhatTheCodeWrites() throws IOException {
        assertThat(Files.readString(ROOT.resolve("callport.example.yaml")))
                .as("written by: " + Example.COMMAND)
                .isEqualTo(Example.yaml());
    }

    @Test
    void theExampleHoldsTheDefaults() {
        Configuration example = read(Example.yaml()).configuration();
        Configuration least = read("""
                kafka: { bootstrap.servers: localhost:9092 }
                accounts: [{ id: "7moor:2000103", secret: s3cret }]
                """).configuration();
        assertThat(example.kafka()).isEqualTo(least.kafka());
        assertThat(example.commands()).isEqualTo(least.commands());
        assertThat(example.http()).isEqualTo(least.http());
        assertThat(example.shutdown()).isEqualTo(least.shutdown());
        assertThat(example.admin()).isEqualTo(least.admin());
        assertThat(example.accounts())
                .extracting(AccountConfig::account)
                .hasSize(3)
                .contains(least.accounts().get(0).account());
        assertThat(example.accounts().get(0)).isEqualTo(least.accounts().get(0));
    }

    @Test
    void theExampleWorksWithItsCommentsTakenAway() {
        String uncommented = COMMENTED.matcher(Example.yaml()).replaceAll("$1");
        ConfigurationFile all = read(uncommented);
        assertThat(all.warnings()).isEmpty();
        assertThat(all.configuration().kafka().topics().replies()).containsExactly("shop.replies");
        assertThat(all.configuration().http().vendorCodes()).hasSize(3);
        assertThat(all.configuration().kafka().clients().consumer()).hasSize(1);
    }

    @Test
    void theExampleHasEveryKey() {
        assertThat(DocumentedKey.of(ConfigurationFile.schema()))
                .hasSizeGreaterThan(35)
                .allSatisfy(row -> {
                    String name = row.path()
                            .replaceFirst("^(kafka|accounts\\[])\\.", "")
                            .replaceFirst("^.*\\.(?=[^.]*$)", "");
                    String key = row.path().startsWith("kafka.") ? row.path().substring("kafka.".length()) : name;
                    assertThat(Example.yaml())
                            .containsPattern(
                                    name.startsWith("<") ? "#\\S+: " : "(?m)^[ #-]*" + Pattern.quote(key) + ":");
                });
    }

    private ConfigurationFile read(String text) {
        String present = text.replace("/run/secrets/callbot", secret.toString())
                .replace("/etc/callport/vendors-ca.pem", "src/test/resources/vendors-ca.pem")
                .replace("/etc/callport/tls.pem", "src/test/resources/tls/first.pem")
                .replace("/etc/callport/key.pem", "src/test/resources/tls/first-key.pem");
        return ConfigurationFile.parse(present, name -> name.contains("PATH") ? "s3cret-0123456789" : "s3cret");
    }
}
