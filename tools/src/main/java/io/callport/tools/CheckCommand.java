package io.callport.tools;

import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.reference.Example;
import io.callport.config.reference.Reference;
import io.callport.kafka.admin.ClientCheck;
import io.callport.kafka.settings.ClientSettings;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "check", description = "Name all problems of a configuration.")
public final class CheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--live",
            description =
                    "Ask Kafka and the vendors too; spends one request of each account whose vendor has a ping or a "
                            + "query without parameters.")
    private boolean live;

    @Option(names = "--reference", description = "Print every key with its type, default and meaning instead.")
    private boolean reference;

    @Option(names = "--example", description = "Print a file with every key, its default and its meaning instead.")
    private boolean example;

    CheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (reference || example) {
            shell.out().print(reference ? Reference.markdown() : Example.yaml());
            return ExitCode.DONE;
        }
        ConfigurationFile file = config.read(shell);
        file.exposedSecrets().forEach(secret -> shell.err().println("warning: " + secret));
        Configuration configuration = file.configuration();
        requireClients(configuration);
        List<String> problems = live ? new LiveCheck(shell, configuration).problems() : List.of();
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems);
            lines.add("Do what they say and check again; the file itself is fine.");
            throw new CommandFailedException(ExitCode.FAILED, lines);
        }
        summary(configuration).forEach(shell.out()::println);
        return ExitCode.DONE;
    }

    /** Opens Kafka's clients offline, since only they know all that they refuse. */
    private void requireClients(Configuration configuration) {
        ClientSettings clients = configuration.kafka().clients();
        Set<String> problems = new LinkedHashSet<>();
        ClientCheck.failures(clients).values().forEach(e -> problems.add("kafka: " + ClientFailureText.of(e, clients)));
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems);
            lines.add("Correct the properties below kafka in " + config.file() + " and try again.");
            throw new CommandFailedException(ExitCode.USAGE, lines);
        }
    }

    private List<String> summary(Configuration configuration) {
        List<String> lines = new ArrayList<>();
        lines.add("ok: " + config.file());
        var clients = configuration.kafka().clients();
        lines.add("kafka: " + clients.common().get("bootstrap.servers") + " group=" + clients.groupId());
        lines.add("topics: " + String.join(" ", configuration.kafka().topics().required()));
        configuration.accounts().forEach(it -> lines.add("account: " + it.account() + " budget=" + it.budget()));
        return lines;
    }
}
