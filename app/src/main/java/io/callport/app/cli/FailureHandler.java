package io.callport.app.cli;

import io.callport.tools.shell.CauseText;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a failure in two lines, what is wrong and what to do, without a stack trace. */
record FailureHandler(Shell shell) {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    int misused(ParameterException e, String[] args) {
        return report(e.getCommandLine(), ExitCode.USAGE, UsageText.of(e));
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
                        command.getCommandSpec().qualifiedName() + " failed: " + CauseText.of(e),
                        "CALLPORT_LOG=DEBUG shows where."));
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
