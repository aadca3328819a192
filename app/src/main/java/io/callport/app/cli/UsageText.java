package io.callport.app.cli;

import io.callport.config.yaml.KeyNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line, and where its help is. */
final class UsageText {
    /** The form of a command's name. Other arguments are not repeated: they could be secrets in the wrong place. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,19}");

    private static final Pattern OPTION =
            Pattern.compile("(--[A-Za-z][A-Za-z_-]{0,31}|-[A-Za-z])(=.*)?", Pattern.DOTALL);

    private static final Map<Class<?>, String> WANTED = Map.of(
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            Long.class, "a whole number",
            Path.class, "the name of a file",
            Duration.class, "a duration, as in 500ms, 10s, 5m, 1h or PT1M30S");

    private UsageText() {}

    static List<String> of(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), command);
        }
        List<String> misspelt = e.getCommandLine().getUnmatchedArguments();
        if (e instanceof MissingParameterException && !misspelt.isEmpty()) {
            return unmatched(misspelt, command); // what is missing may be there, misspelt
        }
        ArgSpec argument = e.getArgSpec();
        boolean unreadable = argument != null && e.getCause() != null;
        return List.of(unreadable ? name(argument) + ": must be " + wanted(argument) : firstLine(e), help(command));
    }

    private static List<String> unmatched(List<String> arguments, CommandSpec command) {
        String first = arguments.get(0);
        if (!command.subcommands().isEmpty() && !first.startsWith("-")) {
            return noCommand(first, command);
        }
        List<String> options = arguments.stream()
                .filter(it -> OPTION.matcher(it).matches())
                .map(it -> it.replaceFirst("(?s)=.*", ""))
                .toList();
        if (options.isEmpty()) {
            return List.of(command.qualifiedName() + " takes fewer arguments", help(command));
        }
        String what = "There is no option " + String.join(", ", options) + of(command);
        return List.of(what, meant(options.get(0), names(command)) + help(command));
    }

    private static List<String> noCommand(String word, CommandSpec command) {
        String shown = WORD.matcher(word).matches() ? " " + word : "";
        Collection<String> names = command.subcommands().keySet();
        String meant = meant(word, names);
        String others = meant.isEmpty() ? "There are " + String.join(", ", names) + ". " : meant;
        return List.of("There is no command" + shown + of(command), others + help(command));
    }

    private static String of(CommandSpec command) {
        return command.parent() == null ? "" : " of " + command.qualifiedName();
    }

    private static String meant(String written, Collection<String> names) {
        Optional<String> meant = KeyNames.meant(written, names);
        return meant.map(it -> "Did you mean " + it + "? ").orElse("");
    }

    private static List<String> names(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String help(CommandSpec command) {
        return command.qualifiedName() + " --help shows "
                + (command.subcommands().isEmpty() ? "its options." : "every command with its options.");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String wanted(ArgSpec argument) {
        Class<?>[] types = argument.typeInfo().getAuxiliaryTypes();
        Class<?> type = types.length == 0 ? argument.type() : types[0];
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
        }
        return WANTED.getOrDefault(type, "what the help says");
    }

    private static String firstLine(ParameterException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("The command line is wrong");
    }
}
