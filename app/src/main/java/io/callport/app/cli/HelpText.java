package io.callport.app.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Every command with its options, so that one help shows everything. */
record HelpText(Help help) {
    static final int WIDTH = 110;

    private static final String INDENT = "    ";

    String commands() {
        return help.subcommands().isEmpty() ? "" : "%nCommands:%n".formatted() + all(help);
    }

    private static String all(Help parent) {
        return parent.subcommands().values().stream()
                .map(command -> command.subcommands().isEmpty() ? one(command) : all(command))
                .collect(Collectors.joining());
    }

    private static String one(Help command) {
        CommandLine.Model.CommandSpec spec = command.commandSpec();
        String synopsis = "  " + command.synopsis(2).strip() + System.lineSeparator();
        return System.lineSeparator()
                + synopsis
                + indented(command.description())
                + indented(command.parameterList())
                + indented(spec.options().stream()
                        .filter(option -> !option.usageHelp())
                        .map(option -> optionLine(option))
                        .collect(Collectors.joining()));
    }

    private static String optionLine(CommandLine.Model.OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        String name = option.longestName() + label;
        return "  %-24s %s%n".formatted(name, String.join(" ", option.description()));
    }

    private static String indented(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> INDENT + line + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
