package io.callport.tools.state;

import io.callport.account.Account;
import io.callport.kafka.admin.StateInspection;
import io.callport.kafka.admin.StateInspectionException;
import io.callport.kafka.admin.StateView;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.AccountArgument;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the state topic keeps of one account and of its home partition. */
@Command(
        name = "state",
        description = {
            "Show what the state topic keeps of one account, and of its partition. Joins no group and writes nothing.",
        })
public final class StateCommand implements Callable<Integer> {
    private final Shell shell;
    private final Function<Path, KafkaSettings> settings;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--account",
            required = true,
            paramLabel = "ID",
            description = "Which account, as in 7moor:2000103.")
    private String account = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param settings the function that reads a configuration file
     */
    public StateCommand(Shell shell, Function<Path, KafkaSettings> settings) {
        this.shell = shell;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Account asked = AccountArgument.parse(account);
        KafkaSettings kafka = settings.apply(config.file());
        AccountArgument.requireVendor(kafka, asked);
        StateReport report =
                new StateReport(inspect(kafka, asked), kafka.accounts().get(asked));
        if (report.isOfUnknownAccount()) {
            throw CommandFailedException.failed(
                    "--account: " + asked + " is not configured, and topic "
                            + report.view().home().state() + " has no record of it",
                    "callport check shows the configured accounts.");
        }
        if (json) {
            shell.out().println(StateJson.line(report));
        } else {
            StateTable.lines(report).forEach(shell.out()::println);
        }
        return ExitCode.DONE;
    }

    private static StateView inspect(KafkaSettings settings, Account account) {
        try {
            return StateInspection.inspect(settings, account);
        } catch (StateInspectionException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()), "callport check --live looks at the cluster and the rights on it.");
        }
    }
}
