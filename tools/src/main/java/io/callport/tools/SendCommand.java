package io.callport.tools;

import io.callport.account.Account;
import io.callport.kafka.admin.CommandSender;
import io.callport.kafka.admin.SendFailedException;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.AccountArgument;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Publishes every well-formed command, even a command that the service will refuse: the service's own words are the
 * answer.
 */
@Command(
        name = "send",
        description = {
            "Publish a command, wait for its result and print it; exit code 1 if it was refused.",
            "With --params - a command for each line of the input, and its results as they come, one a line."
        })
public final class SendCommand implements Callable<Integer> {
    private static final String INPUT = "-";

    private final Shell shell;

    @Mixin
    private QueryOptions asked = new QueryOptions();

    @Mixin
    private ConfigOption config = new ConfigOption();

    SendCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Account account = asked.account();
        boolean many = asked.params().equals(INPUT);
        List<String> params = many ? ParamsLines.read(shell.in()) : List.of(object(asked.params()));
        KafkaSettings settings = config.read(shell).configuration().kafkaSettings();
        AccountArgument.requireVendor(settings, account);
        SentResults results = new SentResults(shell.out());
        send(settings, account, params, results);
        if (many) {
            shell.err().println(results.summary());
        }
        return results.allAnswered() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void send(KafkaSettings settings, Account account, List<String> params, SentResults results) {
        try (CommandSender sender = CommandSender.open(settings)) {
            Duration deadline = settings.deadlines().byDefault();
            sender.sendAll(asked.query(), account, params.iterator(), deadline, results::add);
        } catch (SendFailedException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()),
                    "Check that the service runs with this configuration and is ready.");
        }
    }

    private static String object(String params) {
        if (!ParamsLines.isObject(params)) {
            throw CommandFailedException.usage("--params: must be a JSON object", "Write it as in '{\"status\":1}'.");
        }
        return params;
    }
}
