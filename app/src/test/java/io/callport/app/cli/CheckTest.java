package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String ONE_IN_EACH_SECTION = """
            kafka: { bootstrap.servers: a, fetch.min.bytes: lots, consumer: { isolation.level: x }, producer: 1 }
            topics:
              7moor: { results: callport.7moor.commands, replies: [callport.7moor.commands, callport.dead-letters] }
              callbot: { commands: "a b" }
              create: always
            accounts:
              - { id: 7moor:1, secret: s3cret, budget: 0/PT1M, algorithm: MD5 }
              - { id: 7moor:1, secret: s3cret, url: "https://u:s3cret@a" }
              - { id: acme:1, secret: s3cret }
            deadline: { default: PT6M }
            limits: { waiting-per-account: 500, waiting: 100, requests-per-account: 9, requests: 8, memory: 0 }
            retry: { base: PT10S, max: PT1S }
            http: { connect-timeout: PT3S, timeout: PT2S, max-answer-size: 1 }
            vendor-codes: { nxlink: { "1": answered } }
            sip-passwords: show
            shutdown: soon
            admin: { host: a/b, port: 99999 }
            """;

    @TempDir
    Path directory;

    @Test
    void saysOkAndWhatItRead() throws IOException {
        CommandLineRun.Ended ended = check("""
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
        CommandLineRun.Ended ended = check(TEN_MISTAKES);
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
    void namesWhatIsWrongInEverySectionAndBetweenThemAtOnce() throws IOException {
        CommandLineRun.Ended ended = check(ONE_IN_EACH_SECTION);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines().map(line -> line.replaceFirst("^(warning: )?([^:]*): .*", "$1$2")))
                .containsExactlyInAnyOrder(
                        "kafka.bootstrap.servers",
                        "kafka.fetch.min.bytes",
                        "kafka.consumer.isolation.level",
                        "kafka.producer",
                        "topics.7moor.results",
                        "topics.callbot.commands",
                        "topics.7moor.replies",
                        "topics.create",
                        "accounts[0].budget",
                        "accounts[0].algorithm",
                        "accounts[1].id",
                        "accounts[1].url",
                        "accounts[2].id",
                        "deadline.default",
                        "limits.memory",
                        "retry.base",
                        "http.max-answer-size",
                        "vendor-codes.nxlink.1",
                        "sip-passwords",
                        "shutdown",
                        "admin.host",
                        "admin.port",
                        "warning: limits.waiting-per-account",
                        "warning: limits.requests-per-account",
                        "warning: http.connect-timeout",
                        "There are 22 problems in " + directory.resolve("callport.yaml")
                                + "; correct them and try again.");
        assertThat(ended.err()).doesNotContain("s3cret");
    }

    @Test
    void warnsOfRequestsThatOutliveTheirCommands() throws IOException {
        CommandLineRun.Ended ended = check("""
                kafka: {bootstrap.servers: 'localhost:9092'}
                accounts: [{id: '7moor:1', secret: s3cret}]
                deadline: { default: PT5S, max: PT10S }
                """);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).startsWith("warning: http.timeout: is longer than deadline.max, which is PT10S");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap.servers: localhost                                | kafka.bootstrap.servers: must be host:port",
                "bootstrap.servers: 'localhost:'                             | kafka.bootstrap.servers: must be host:port",
                "bootstrap.servers: 'localhost:99999'                        | kafka.bootstrap.servers: must be host:port",
                "bootstrap.servers: 'a:1,b'                                  | kafka.bootstrap.servers: must be host:port",
                "bootstrap.servers: [a, 'b:1']                               | kafka.bootstrap.servers",
                "security.protocol: SSL, ssl.truststore.location: /no/such   | kafka: Failed to load SSL keystore /no/such",
                "security.protocol: SASL_SSL, sasl.mechanism: PLAIN          | kafka: ",
                "producer: {interceptor.classes: no.such.Clazz}              | kafka",
                "metric.reporters: no.such.Clazz                             | kafka",
            })
    void refusesWhatKafkasClientsRefuse(String properties, String problem) throws IOException {
        String servers = properties.startsWith("bootstrap") ? "" : "bootstrap.servers: 'localhost:9092', ";
        CommandLineRun.Ended ended = check("""
                kafka: {%s%s, ssl.truststore.password: s3cret}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """.formatted(servers, properties));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith(problem).doesNotContain("s3cret", "Exception", "org.apache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.servers: 'no.such.host.invalid:9092'",
                "bootstrap.servers: 'PLAINTEXT://a:1, [::1]:9092'",
                "bootstrap.servers: ['a:1', 'b:2']",
            })
    void acceptsWhatTimeMayHeal(String properties) throws IOException {
        CommandLineRun.Ended ended =
                check("kafka: {%s}%naccounts: [{id: '7moor:1', secret: s3cret}]%n".formatted(properties));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void printsWhatMayStandInAFile() {
        assertThat(new CommandLineRun().run("check", "--reference").out())
                .startsWith("# Configuration")
                .contains("`admin.port`");
        assertThat(new CommandLineRun().run("check", "--example").out()).contains("bootstrap.servers: localhost:9092");
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
            CommandLineRun.Ended ended = new CommandLineRun().run(all);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("There are 10 problems");
        }
    }

    @Test
    void tellsWarningsApart() throws IOException {
        CommandLineRun.Ended ended = check("""
                kafka: {bootstrap.servers: 'localhost:9092', fetch.min.byte: 1}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """);
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .startsWith("warning: kafka.fetch.min.byte: is no property")
                .contains("fetch.min.bytes");
    }

    @Test
    void saysWhichGroupItIsWhereItsKeyIsMistyped() throws IOException {
        String file = """
                kafka: {bootstrap.servers: 'localhost:9092', group_id: shop%s}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """;
        assertThat(check(file.formatted("")).err())
                .startsWith("warning: kafka.group_id: is no property")
                .contains("did you mean group.id? The group is callport, the default,");
        assertThat(check(file.formatted(", group.id: shop")).err())
                .contains("did you mean group.id?")
                .doesNotContain("callport, the default");
    }

    @Test
    void warnsOfSecretsThatEveryUserMayRead() throws IOException {
        String file = """
                kafka: {bootstrap.servers: 'localhost:9092'}
                accounts: [{id: '7moor:1', secret: s3cret}]
                """;
        CommandLineRun.Ended ended = check(file, "rw-r--r--");
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .startsWith(
                        "warning: accounts[0].secret: is a secret in a file that every user of this machine may read")
                .doesNotContain("s3cret");
        assertThat(check(file, "rw-r-----").err()).isEmpty();
    }

    @Test
    void saysThatThereIsNoFile() {
        CommandLineRun.Ended ended = new CommandLineRun()
                .run("check", "--config", directory.resolve("no.yaml").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no.yaml does not exist; name the file with --config");
    }

    private CommandLineRun.Ended check(String text) throws IOException {
        return check(text, "rw-------");
    }

    private CommandLineRun.Ended check(String text, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return new CommandLineRun().run("check", "--config", file.toString());
    }
}
