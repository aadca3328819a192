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

    @Test
    void isNamedWhereTheCommandLineIsWrong() {
        for (String[] args : new String[][] {{}, {"nope"}, {"run", "--nope"}, {"sign"}, {"query"}, {"run", "x"}}) {
            CommandLineRun.Ended ended = new CommandLineRun().run(args);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines()).hasSize(2).last().asString().startsWith("callport --help shows");
        }
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
