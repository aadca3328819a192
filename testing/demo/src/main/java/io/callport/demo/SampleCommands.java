package io.callport.demo;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.config.Configuration;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.kafka.admin.MessageJson;
import io.callport.query.Query;
import io.callport.query.QueryType;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of the demo: each query's example from the catalogue, to each vendor that answers it; then the refused
 * commands.
 */
final class SampleCommands {
    private static final Account MOOR = Account.parse("7moor:2000103");
    private static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");

    /** The refused commands, one for each kind of refusal, and a command with a parameter that is not ASCII. */
    private static final List<SampleCommand> SPECIAL = List.of(
            SampleCommand.answered(
                    "A name that is not ASCII, signed as it is sent",
                    "call-info.lookup",
                    CALLBOT,
                    "{\"customerId\":\"牛小信\",\"appKey\":\"xxxxxx\",\"status\":1}"),
            SampleCommand.refused(
                    "A parameter is missing",
                    "call-info.lookup",
                    CALLBOT,
                    "{\"customerId\":\"1234\"}",
                    "invalid-command"),
            SampleCommand.refused(
                    "Nobody configured this account",
                    "number-pool.numbers",
                    Account.parse("7moor:42"),
                    "{}",
                    "unknown-account"),
            SampleCommand.refused(
                    "This vendor has no such query", "number-pool.numbers", CALLBOT, "{}", "unsupported-query"),
            new SampleCommand(
                    "The deadline is too near",
                    "number-pool.groups",
                    MOOR,
                    "{}",
                    Duration.ofMillis(1),
                    null,
                    "expired"),
            new SampleCommand(
                    "The vendor is down, and stays so",
                    "number-pool.groups",
                    MOOR,
                    "{}",
                    Duration.ofSeconds(6),
                    Fault.of(FaultKind.STATUS, "status", 503).times(20),
                    "vendor-unavailable"));

    private SampleCommands() {}

    /** The commands in the order in which they are shown. */
    static List<SampleCommand> of(Configuration configuration) {
        List<SampleCommand> samples = new ArrayList<>();
        try (HttpPorts ports = HttpPorts.open(configuration.http(), configuration.httpAccounts())) {
            for (QueryType<?, ?> type : Queries.ALL) {
                for (HttpAccount account : configuration.httpAccounts()) {
                    add(samples, type, account.account(), ports);
                }
            }
        }
        samples.addAll(SPECIAL);
        return samples;
    }

    /**
     * Adds a query's commands, one for each vendor, since vendors that answer the same query may take other parameters.
     */
    private static void add(List<SampleCommand> samples, QueryType<?, ?> type, Account account, HttpPorts ports) {
        for (Query<?, ?> example : type.examples()) {
            if (ports.answers(account.vendor(), example)) {
                String title = account.vendor() + ": " + type.about();
                samples.add(SampleCommand.answered(title, type.name(), account, MessageJson.writeParams(example)));
                return;
            }
        }
    }
}
