package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignTest {
    private static final String SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    private static final Path VECTORS = Path.of("../signing/src/test/resources/signing.json");

    @TempDir
    Path directory;

    private static Stream<JsonNode> vectors(String vendor) {
        try {
            JsonNode vectors = new ObjectMapper().readTree(VECTORS.toFile());
            return StreamSupport.stream(vectors.get(vendor).spliterator(), false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<JsonNode> moor() {
        return vectors("moor");
    }

    static Stream<JsonNode> callbot() {
        return vectors("callbot");
    }

    static Stream<JsonNode> nxlink() {
        return vectors("nxlink");
    }

    @ParameterizedTest
    @MethodSource("moor")
    void signsForMoorAsTheVectorsSay(JsonNode vector) {
        CommandLineRun.Ended ended = new CommandLineRun()
                .with("CALLPORT_SECRET", text(vector, "secretKey"))
                .run(
                        "sign",
                        "7moor",
                        "--appkey=" + text(vector, "appkey"),
                        "--timestamp=" + text(vector, "timestamp"),
                        "--nonce=" + text(vector, "nonce"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .containsExactly(
                        "m7-appkey: " + text(vector, "appkey"),
                        "m7-nonce: " + text(vector, "nonce"),
                        "m7-timestamp: " + text(vector, "timestamp"),
                        "m7-sign: " + text(vector, "sign"),
                        "content-type: application/json");
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("callbot")
    void signsForCallbotAsTheVectorsSay(JsonNode vector) {
        for (String algorithm : new String[] {"MD5", "SHA256"}) {
            CommandLineRun.Ended ended = new CommandLineRun()
                    .with("CALLPORT_SECRET", text(vector, "secretKey"))
                    .reading(text(vector, "body"))
                    .run(
                            "sign",
                            "callbot",
                            "--uuid=" + text(vector, "uuid"),
                            "--create-ts=" + text(vector, "createTs"),
                            "--request-id=" + text(vector, "requestID"),
                            "--algorithm=" + algorithm,
                            "--body=-");

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines()).contains("sign: " + text(vector, algorithm.toLowerCase(Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @MethodSource("nxlink")
    void signsForNxlinkAsTheVectorsSay(JsonNode vector) throws IOException {
        Path body = Files.writeString(directory.resolve("body"), text(vector, "body"));
        for (String algorithm : new String[] {"MD5", "SHA256"}) {
            CommandLineRun.Ended ended = new CommandLineRun()
                    .with("CALLPORT_SECRET", text(vector, "accessSecret"))
                    .run(
                            "sign",
                            "nxlink",
                            "--access-key=" + text(vector, "accessKey"),
                            "--ts=" + text(vector, "ts"),
                            "--biz-type=" + text(vector, "bizType"),
                            "--action=" + text(vector, "action"),
                            "--algorithm=" + algorithm,
                            "--body=" + body);

            assertThat(ended.code()).isZero();
            assertThat(ended.out().lines()).contains("sign: " + text(vector, algorithm.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void fillsInWhatIsFreshForEachRequest() {
        CommandLineRun cli = new CommandLineRun().with("CALLPORT_SECRET", SECRET);
        assertThat(cli.run("sign", "7moor", "--appkey", "1").out())
                .containsPattern("m7-nonce: \\d{6}\n")
                .containsPattern("m7-timestamp: \\d{10}\n");
        assertThat(cli.run("sign", "callbot", "--uuid", "u", "--algorithm", "md5", "--body", "-")
                        .out())
                .containsPattern("createTs: \\d{10}\n")
                .containsPattern("(?i)requestid: [0-9a-f]{32}\n");
        assertThat(cli.run("sign", "nxlink", "--access-key=k", "--biz-type=8", "--action=cc", "--body=-")
                        .out())
                .containsPattern("ts: \\d{13}\n");
    }

    @Test
    void explainsOnStderrWithTheSecretMasked() {
        CommandLineRun.Ended ended = new CommandLineRun()
                .with("CALLPORT_SECRET", SECRET)
                .reading("{\"secret\":\"" + SECRET + "\"}")
                .run("sign", "callbot", "--uuid", "u", "--algorithm", "MD5", "--body", "-", "--explain");
        assertThat(ended.err()).contains("***&body={\"secret\":\"***\"}&createTs=");
        assertThat(ended.all()).doesNotContain(SECRET);
        assertThat(ended.out().lines()).allMatch(line -> line.matches("[A-Za-z0-9-]+: \\S+"));
    }

    @Test
    void saysThatTheSecretIsMissing() {
        CommandLineRun.Ended ended = new CommandLineRun().run("sign", "7moor", "--appkey", "1");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(2).first().asString().startsWith("CALLPORT_SECRET is not set");
    }

    @Test
    void namesAnOptionThatIsNotOfItsForm() {
        CommandLineRun.Ended ended = new CommandLineRun()
                .with("CALLPORT_SECRET", SECRET)
                .run("sign", "7moor", "--appkey", "1", "--nonce", "12");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("m7-nonce: must be");
    }

    @Test
    void neverRepeatsASecretGivenOnTheCommandLine() {
        for (String[] args : new String[][] {
            {"sign", "7moor", "--appkey", "1", "--secret", SECRET},
            {"sign", "7moor", "--appkey", "1", "--secret=" + SECRET},
            {"sign", "7moor", "--appkey", "1", SECRET},
            {SECRET}
        }) {
            CommandLineRun.Ended ended = new CommandLineRun().run(args);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.all()).doesNotContain(SECRET);
        }
    }

    @Test
    void saysThatABodyCannotBeRead() {
        CommandLineRun.Ended ended = new CommandLineRun()
                .with("CALLPORT_SECRET", SECRET)
                .run("sign", "callbot", "--uuid", "u", "--algorithm", "MD5", "--body", "/no/such/file");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("--body: the file cannot be read");
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).asText();
    }
}
