package io.callport.app.cli;

import io.callport.account.Account;
import io.callport.app.config.AccountConfig;
import io.callport.app.config.Configuration;
import io.callport.app.shell.CommandFailedException;
import io.callport.app.shell.ExitCode;
import io.callport.app.shell.Shell;
import io.callport.http.HttpPorts;
import io.callport.kafka.message.AnswerJson;
import io.callport.kafka.message.QueryJson;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "query",
        description =
                "Ask one query without Kafka and print the result as JSON; spends a request that no service counts.")
final class QueryCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AskOptions asked = new AskOptions();

    @Mixin
    private ConfigOption config = new ConfigOption();

    QueryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Account account = asked.account();
        Query<?, ?> query = query();
        Configuration configuration = config.read(shell).configuration();
        requireConfigured(configuration, account);
        try (HttpPorts ports = HttpPorts.open(configuration.http(), configuration.httpAccounts())) {
            return new Asking(ports, account)
                    .ask(query)
                    .fold(
                            answer -> answered(AnswerJson.write(
                                    answer, configuration.kafka().sipPasswords())),
                            this::failed);
        }
    }

    private Query<?, ?> query() {
        try {
            return QueryJson.parse(asked.type(), asked.params());
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
        shell.out().println(json);
        return ExitCode.DONE;
    }

    private int failed(QueryFailure failure) {
        throw CommandFailedException.failed(Failures.told(failure), Failures.remedy(failure.reason()));
    }
}
