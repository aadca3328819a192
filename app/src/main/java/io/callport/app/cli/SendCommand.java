package io.callport.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.app.shell.CommandFailedException;
import io.callport.app.shell.ExitCode;
import io.callport.app.shell.Shell;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.tool.CommandSender;
import io.callport.kafka.tool.NoResultException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Publishes whatever is a command, even one that will be refused: the service's own words are the answer. */
@Command(
        name = "send",
        description = "Publish a command, wait for its result and print it; exit code 1 if it was refused.")
final class SendCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AskOptions asked = new AskOptions();

    @Mixin
    private ConfigOption config = new ConfigOption();

    SendCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Account account = asked.account();
        requireObject();
        KafkaSettings settings = config.read(shell).configuration().kafkaSettings();
        if (!settings.topics().vendors().containsKey(account.vendor())) {
            throw CommandFailedException.usage(
                    "--account: there is no vendor " + account.vendor(),
                    "Name an account of "
                            + String.join(", ", settings.topics().vendors().keySet()) + ".");
        }
        String result = send(settings, account);
        shell.out().println(result);
        return answered(result) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String send(KafkaSettings settings, Account account) {
        try (CommandSender sender = CommandSender.open(settings)) {
            return sender.send(
                    asked.query(), account, asked.params(), settings.deadlines().byDefault());
        } catch (NoResultException e) {
            throw CommandFailedException.failed(
                    String.valueOf(e.getMessage()),
                    "Check that the service runs with this configuration and is ready.");
        }
    }

    private void requireObject() {
        JsonNode params = tree(asked.params());
        if (params == null || !params.isObject()) {
            throw CommandFailedException.usage("--params: must be a JSON object", "Write it as in '{\"status\":1}'.");
        }
    }

    private static boolean answered(String result) {
        JsonNode event = tree(result);
        return event != null && event.path("status").asText().equals("answered");
    }

    private static @Nullable JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
