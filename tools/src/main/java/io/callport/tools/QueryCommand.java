package io.callport.tools;

import io.callport.account.Account;
import io.callport.config.AccountConfig;
import io.callport.config.Configuration;
import io.callport.embed.Callport;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.kafka.admin.MessageJson;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "query",
        description = "Ask one query without Kafka and print the result as JSON; no service counts its requests.")
public final class QueryCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private QueryOptions asked = new QueryOptions();

    @Mixin
    private ConfigOption config = new ConfigOption();

    QueryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Account account = asked.account();
        Query<?, ?> query = query();
        asked.requireDeadline();
        Configuration configuration = config.read(shell).configuration();
        requireConfigured(configuration, account);
        EmbedSettings settings = configuration.embedSettings();
        try (HttpPorts ports = HttpPorts.open(configuration.http(), configuration.httpAccounts());
                Callport callport = Callport.open(settings, ports::ports)) {
            return new QueryRunner(callport, asked.deadline(settings.deadline()))
                    .ask(account, query)
                    .fold(
                            answer -> answered(MessageJson.writeAnswer(
                                    answer,
                                    configuration.kafka().sipPasswords(),
                                    configuration.kafka().vendorFields())),
                            this::failed);
        }
    }

    private Query<?, ?> query() {
        try {
            return MessageJson.readParams(asked.type(), asked.params());
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage("--" + e.getMessage(), "Correct --params.");
        }
    }

    private static void requireConfigured(Configuration configuration, Account account) {
        if (configuration.accounts().stream().noneMatch(it -> it.account().equals(account))) {
            String known = configuration.accounts().stream()
                    .map(AccountConfig::account)
                    .map(Account::toString)
                    .collect(Collectors.joining(", "));
            throw CommandFailedException.usage(
                    "--account: " + account + " is not configured", "Add it, or ask one of " + known + ".");
        }
    }

    private int answered(String json) {
        shell.out().println(asked.shown(json));
        return ExitCode.DONE;
    }

    private int failed(QueryFailure failure) {
        throw CommandFailedException.failed(FailureText.of(failure), FailureText.remedy(failure.reason()));
    }
}
