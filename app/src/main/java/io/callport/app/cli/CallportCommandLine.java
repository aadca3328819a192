package io.callport.app.cli;

import io.callport.app.deadletters.DeadLettersCommand;
import io.callport.app.shell.Shell;
import io.callport.app.sign.SignCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The whole command line. */
public final class CallportCommandLine {
    private CallportCommandLine() {}

    /**
     * Runs one command and returns its exit code.
     *
     * @param shell what the command reads and writes
     * @param args the command line
     * @param moreCommands further commands: picocli's annotated objects
     */
    public static int run(Shell shell, String[] args, Object... moreCommands) {
        CommandLine commands = new CommandLine(new CallportCommand())
                .addSubcommand(new RunCommand(shell))
                .addSubcommand(new CheckCommand(shell))
                .addSubcommand(new SendCommand(shell))
                .addSubcommand(new QueryCommand(shell))
                .addSubcommand(deadLetters(shell))
                .addSubcommand(sign(shell));
        for (Object command : moreCommands) {
            commands.addSubcommand(command);
        }
        return configured(commands, shell).execute(args);
    }

    private static CommandLine deadLetters(Shell shell) {
        CommandLine deadLetters = new CommandLine(new DeadLettersCommand());
        DeadLettersCommand.commands(
                        shell, file -> ConfigOption.read(file, shell).kafkaSettings())
                .forEach(deadLetters::addSubcommand);
        return deadLetters;
    }

    private static CommandLine sign(Shell shell) {
        CommandLine sign = new CommandLine(new SignCommand());
        SignCommand.vendors(shell).forEach(sign::addSubcommand);
        return sign;
    }

    private static CommandLine configured(CommandLine commands, Shell shell) {
        Complaints complaints = new Complaints(shell);
        commands.getHelpSectionMap()
                .put(
                        CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        help -> new HelpText(help).commands());
        return commands.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(HelpText.WIDTH)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(complaints::misused)
                .setExecutionExceptionHandler(complaints::failed);
    }
}
