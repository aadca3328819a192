package io.callport.app.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help text with every command and its options, so that one help shows everything. */
record HelpText(Help help) {
    static final int WIDTH = 110;

    private static final String INDENT = "    ";

    String commands() {
        return all(help);
    }

    private static String all(Help parent) {
        return parent.subcommands().values().stream()
                .map(command -> command.subcommands().isEmpty() ? one(command) : all(command))
                .collect(Collectors.joining());
    }

    private static String one(Help command) {
        CommandSpec spec = command.commandSpec();
        String synopsis = command.synopsis(2).strip().replace(" [-h]", "");
        String parameters = spec.positionalParameters().stream()
                .map(it -> line(it.paramLabel(), it.description()))
                .collect(Collectors.joining());
        String options = spec.options().stream()
                .filter(it -> !it.usageHelp())
                .map(it -> line(it.longestName() + label(it), it.description()))
                .collect(Collectors.joining());
        return "%n  %s%n".formatted(synopsis) + indented(command.description()) + indented(parameters + options);
    }

    private static String label(OptionSpec option) {
        return option.arity().max() == 0 ? "" : " " + option.paramLabel();
    }

    private static String line(String name, String... description) {
        return "  %-24s %s%n".formatted(name, String.join(" ", description));
    }

    private static String indented(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map((INDENT + "%s%n")::formatted)
                .collect(Collectors.joining());
    }
}
