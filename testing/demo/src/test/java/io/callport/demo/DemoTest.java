package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.catalog.Events;
import io.callport.catalog.Queries;
import io.callport.tools.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final List<String> SECRETS = List.of(
            "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3",
            "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr",
            "abciiiko2k3",
            "123456Aa",
            "sandbox-7moor-path-secret",
            "sandbox-nxlink-token");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsEveryQueryAnsweredAndEndsWell() {
        int code = run("demo");
        String text = out.toString(StandardCharsets.UTF_8);

        assertThat(text)
                .contains(Queries.ALL.stream()
                        .map(type -> "command  " + type.name() + "  ")
                        .toList())
                .contains(Events.ALL.stream()
                        .map(type -> "\"" + type.name() + "\"")
                        .toList())
                .contains("5 refused", "callbacks  6")
                .contains("deadline 1 ms")
                .containsPattern("fault    .*503")
                .containsPattern("The vendor was asked [2-9] times")
                .doesNotContain("UNEXPECTED")
                .contains("Everything came as it should");
        assertThat(code).isZero();
        assertThat(text + err.toString(StandardCharsets.UTF_8)).doesNotContain(SECRETS.toArray(String[]::new));
    }

    @Test
    void helpShowsTheLocalCommandsBesideTheOthers() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("demo", "sandbox", "run", "--kafka-port");
    }

    private int run(String... args) {
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                name -> null);
        int code = Main.run(shell, args);
        System.out.print(out.toString(StandardCharsets.UTF_8)
                + err.toString(StandardCharsets.UTF_8)); // kept for the secret scan
        return code;
    }
}
