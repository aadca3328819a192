package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arguments of {@code state}; its output is tested with a broker. */
class StateTest {
    @TempDir
    private Path directory;

    private Path config = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        config = Files.writeString(directory.resolve("callport.yaml"), """
                kafka:
                  bootstrap.servers: localhost:1
                  default.api.timeout.ms: 300
                  request.timeout.ms: 200
                accounts:
                  - { id: "7moor:2000103", secret: a-secret-7f3a }
                """);
    }

    private CommandLineRun.Ended state(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "state";
        args[1] = "--config=" + config;
        System.arraycopy(more, 0, args, 2, more.length);
        CommandLineRun.Ended ended = new CommandLineRun().run(args);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).hasLineCount(2).doesNotContain("a-secret-7f3a");
        return ended;
    }

    @Test
    void needsAnAccount() {
        CommandLineRun.Ended ended = state();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Missing required option: '--account=ID'");
    }

    @Test
    void refusesWhatIsNoAccountAndAVendorWithoutTopics() {
        assertThat(state("--account=2000103").err())
                .startsWith("--account: must be")
                .endsWith("Name it as the configuration does.\n");
        assertThat(state("--account=2000103").code()).isEqualTo(2);
        CommandLineRun.Ended other = state("--account=acme:1");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).startsWith("--account: there is no vendor acme").contains("7moor");
    }

    @Test
    void saysThatKafkaDoesNotAnswer() {
        CommandLineRun.Ended ended = state("--account=7moor:2000103");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Kafka does not answer: timeout; check kafka.bootstrap.servers\n")
                .endsWith("callport check --live looks at the cluster and the rights on it.\n");
    }

    @Test
    void isInTheHelp() {
        assertThat(new CommandLineRun().run("--help").out())
                .contains(
                        "callport state [--json] --account=ID [--config=FILE]",
                        "Show what the state topic keeps of one account");
        assertThat(new CommandLineRun().run("state", "--help").out()).contains("--account", "--config", "--json");
    }
}
