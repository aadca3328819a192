package io.callport.app.cli;

import io.callport.account.Durations;
import io.callport.tools.Tools;
import io.callport.tools.shell.Shell;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

/** The whole command line of Callport. */
public final class CallportCommandLine {
    private CallportCommandLine() {}

    /**
     * Runs one command and returns its exit code.
     *
     * @param shell the streams and the environment of the command
     * @param args the command line
     * @param moreCommands further commands: picocli's annotated objects
     */
    public static int run(Shell shell, String[] args, Object... moreCommands) {
        CommandLine commands = new CommandLine(new CallportCommand()).addSubcommand(new RunCommand(shell));
        Tools.commands(shell).forEach(commands::addSubcommand);
        List.of(moreCommands).forEach(commands::addSubcommand);
        return configured(commands, shell).execute(args);
    }

    private static CommandLine configured(CommandLine commands, Shell shell) {
        FailureHandler complaints = new FailureHandler(shell);
        commands.getHelpSectionMap()
                .put(
                        CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        help -> new HelpText(help).commands());
        return commands.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(HelpText.WIDTH)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(complaints::misused)
                .setExecutionExceptionHandler(complaints::failed);
    }
}
