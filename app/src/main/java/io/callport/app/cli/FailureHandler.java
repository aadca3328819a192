package io.callport.app.cli;

import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a failure in two lines, what is wrong and what to do, without a stack trace. */
record FailureHandler(Shell shell) {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final String HELP = "callport --help shows every command with its options.";

    int misused(ParameterException e, String[] args) {
        String what = e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : firstLine(e);
        return report(e.getCommandLine(), ExitCode.USAGE, List.of(what, HELP));
    }

    int failed(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof CommandFailedException failure) {
            return report(command, failure.exitCode(), failure.lines());
        }
        LOG.debug("Unexpected failure", e);
        return report(
                command,
                ExitCode.FAILED,
                List.of(
                        "callport " + command.getCommandName() + " failed: " + CauseText.of(e),
                        "CALLPORT_LOG=DEBUG shows where."));
    }

    /** Names only the arguments that look like options: any other argument could be a secret in the wrong place. */
    private static String unknown(UnmatchedArgumentException e) {
        List<String> options = e.getUnmatched().stream()
                .filter(it -> it.matches("--?[a-z][a-z-]{0,31}(=.*)?"))
                .map(it -> it.replaceFirst("=.*", ""))
                .toList();
        if (!options.isEmpty()) {
            return "There is no option " + options.stream().collect(Collectors.joining(", "));
        }
        String where = e.getCommandLine().getCommandName();
        return where.equals("callport") ? "There is no such command" : "callport " + where + " takes fewer arguments";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("The command line is wrong");
    }

    private int report(CommandLine command, int exitCode, List<String> lines) {
        if (command.getCommandName().equals(RunLog.COMMAND)) {
            RunLog.failed(exitCode, lines);
        } else {
            lines.forEach(shell.err()::println);
        }
        return exitCode;
    }
}
