package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.Main;
import io.callport.tools.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class HelpTest {
    @Test
    void showsEveryCommandWithItsOptions() {
        CommandLineRun.Ended ended = new CommandLineRun().run("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("callport run", "callport check", "callport send", "callport query")
                .contains("callport sign 7moor", "callport sign callbot", "callport sign nxlink")
                .contains("--config", "--live", "--account", "--params", "--appkey", "--timestamp", "--nonce")
                .contains("--uuid", "--create-ts", "--request-id", "--algorithm MD5|SHA256", "--body FILE|-")
                .contains("--access-key", "--ts", "--biz-type", "--action", "--explain")
                .contains("Exit codes: 0 done", "CALLPORT_SECRET", "CALLPORT_LOG", "CALLPORT_LIBRARY_LOG", "bench");
    }

    @Test
    void tellsTheVersion() {
        CommandLineRun.Ended ended = new CommandLineRun().run("--version");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("callport ");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void isThereForOneCommand() {
        assertThat(new CommandLineRun().run("check", "--help").out())
                .contains("callport check", "--live")
                .doesNotContain("--uuid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | Missing required subcommand | callport --help shows every command",
                "sned                              | There is no command sned | Did you mean send? callport --help shows",
                "sgin                              | There is no command sgin | Did you mean sign? callport --help shows",
                "SEND                              | There is no command SEND | Did you mean send? callport --help shows",
                "frobnicate                        | There is no command frobnicate | There are run, check, send, query,",
                "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3    | There is no command | There are run, check,",
                "run --nope                        | There is no option --nope of callport run | callport run --help shows",
                "run --confg=x                     | There is no option --confg of | Did you mean --config? callport run",
                "send --acount=7moor:1             | There is no option --acount of | Did you mean --account? callport send",
                "send a.b --account=7moor:1 --dead-line=1s  | There is no option --dead-line of | Did you mean --deadline?",
                "run x                             | callport run takes fewer arguments | callport run --help shows",
                "sign                              | Missing required subcommand | callport sign --help shows every command",
                "sign 7mor                         | There is no command of callport sign | Did you mean 7moor? callport sign",
                "dead-letters lst                  | There is no command lst of callport dead-letters | Did you mean list?",
                "query                             | Missing required | callport query --help shows its options",
                "query q --account=7moor:1 --deadline=10  | --deadline: must be a duration, as in 500ms, 10s | callport query --help",
                "send q --account=7moor:1 --max-age=soon  | --max-age: must be a duration, as in 500ms, 10s | callport send --help",
                "sign callbot --algorithm=SHA1     | --algorithm: must be MD5 or SHA256 | callport sign callbot --help shows",
                "dead-letters list --limit=ten     | --limit: must be a whole number | callport dead-letters list --help",
            })
    void isThatOfTheCommandWhereTheCommandLineIsWrong(String line, String what, String remedy) {
        CommandLineRun.Ended ended = new CommandLineRun().run(line.isEmpty() ? new String[0] : line.split(" +"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.err()).startsWith(what).doesNotContain("Exception", "java.", "HWHp9");
        assertThat(ended.err().lines().skip(1)).first().asString().startsWith(remedy);
    }

    @Test
    void showsCommandsThatOthersAdd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(InputStream.nullInputStream(), stream, stream, name -> null);
        assertThat(Main.run(shell, new String[] {"--help"}, new Another())).isZero();
        assertThat(Main.run(shell, new String[] {"another", "--loud"}, new Another()))
                .isEqualTo(7);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("callport another", "--loud", "callport run");
    }

    @Command(name = "another", description = "Another one.")
    private static final class Another implements Callable<Integer> {
        @Option(names = "--loud", description = "Loudly.")
        private boolean loud;

        @Override
        public Integer call() {
            return loud ? 7 : 1;
        }
    }
}
