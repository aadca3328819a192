package io.callport.tools;

import io.callport.account.Account;
import io.callport.kafka.admin.CommandSender;
import io.callport.kafka.admin.SendFailedException;
import io.callport.kafka.admin.SendOptions;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.AccountArgument;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            description = "The oldest answer that will do, as in 30s; default: a new one.")
    private @Nullable Duration maxAge;

    @Option(names = "--id", paramLabel = "TEXT", description = "The command's id; default: its position.")
    private @Nullable String id;

    @Option(
            names = "--reply-topic",
            paramLabel = "TOPIC",
            description = "Where the result is to go; the configuration must allow it. Default: the results topic.")
    private @Nullable String replyTopic;

    @Mixin
    private ConfigOption config = new ConfigOption();

    SendCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Account account = asked.account();
        boolean many = asked.params().equals(INPUT);
        requireOneCommandPerId(many);
        asked.requireDeadline();
        List<String> params = many ? ParamsLines.read(shell.in()) : List.of(object(asked.params()));
        KafkaSettings settings = config.read(shell).configuration().kafkaSettings();
        AccountArgument.requireVendor(settings, account);
        SentResults results = new SentResults(json -> shell.out().println(asked.shown(json)));
        send(settings, account, params, results);
        if (many) {
            shell.err().println(results.summary());
        }
        return results.allAnswered() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void send(KafkaSettings settings, Account account, List<String> params, SentResults results) {
        try (CommandSender sender = CommandSender.open(settings)) {
            Duration deadline = asked.deadline(settings.deadlines().byDefault());
            SendOptions options = new SendOptions(deadline, maxAge, id, replyTopic);
            sender.sendAll(asked.query(), account, params.iterator(), options, results::add);
        } catch (SendFailedException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()),
                    "Check that the service runs with this configuration and is ready.");
        }
    }

    private void requireOneCommandPerId(boolean many) {
        if (many && id != null) {
            throw CommandFailedException.usage(
                    "--id: must not be given with --params -", "Leave one of them out: an id belongs to one command.");
        }
    }

    private static String object(String params) {
        if (!ParamsLines.isObject(params)) {
            throw CommandFailedException.usage("--params: must be a JSON object", "Write it as in '{\"status\":1}'.");
        }
        return params;
    }
}
