package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String TEN_MISTAKES = """
            kafka:
              acks: all
            accounts:
              - id: 7moor
                secret: s3cret
              - id: 7moor:1
                secret: 0123456
                budget: 20 per minute
              - id: nxlink:1
                secret: ${NOT_SET}
            deadline: { default: PT10M }
            limits: { waiting: 0 }
            htttp: {}
            """;

    @TempDir
    Path directory;

    @Test
    void saysOkAndWhatItRead() throws IOException {
        Cli.Ended ended = check("""
                kafka: {bootstrap.servers: 'localhost:9092'}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .startsWith("ok: ")
                .contains("kafka: localhost:9092 group=callport", "account: 7moor:1 budget=20/PT1M")
                .doesNotContain("s3cret");
    }

    @Test
    void namesAllTenMistakesAtOnce() throws IOException {
        Cli.Ended ended = check(TEN_MISTAKES);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().map(line -> line.split(": ", 2)[0]))
                .containsExactlyInAnyOrder(
                        "kafka.acks",
                        "kafka.bootstrap.servers",
                        "accounts[0].id",
                        "accounts[1].secret",
                        "accounts[1].budget",
                        "accounts[2].secret",
                        "accounts[2].url",
                        "deadline.default",
                        "limits.waiting",
                        "htttp",
                        "There are 10 problems in " + directory.resolve("callport.yaml")
                                + "; correct them and try again.");
        assertThat(ended.err()).doesNotContain("s3cret", "0123456");
    }

    @Test
    void theOtherCommandsNameThemToo() throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), TEN_MISTAKES);
        for (String[] args : new String[][] {
            {"run"},
            {"send", "number-pool.numbers", "--account", "7moor:1"},
            {"query", "number-pool.numbers", "--account", "7moor:1"}
        }) {
            String[] all = Arrays.copyOf(args, args.length + 1);
            all[args.length] = "--config=" + file;
            Cli.Ended ended = new Cli().run(all);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("There are 10 problems");
        }
    }

    @Test
    void tellsWarningsApart() throws IOException {
        Cli.Ended ended = check("""
                kafka: {bootstrap.servers: 'localhost:9092', fetch.min.byte: 1}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """);
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .startsWith("warning: kafka.fetch.min.byte: is no property")
                .contains("fetch.min.bytes");
    }

    @Test
    void saysThatThereIsNoFile() {
        Cli.Ended ended =
                new Cli().run("check", "--config", directory.resolve("no.yaml").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no.yaml does not exist; name the file with --config");
    }

    private Cli.Ended check(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), text);
        return new Cli().run("check", "--config", file.toString());
    }
}
