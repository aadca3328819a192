package io.callport.tools;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.query.QueryType;
import io.callport.tools.shell.AccountArgument;
import io.callport.tools.shell.CommandFailedException;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code query} and {@code send} for the query and the account. */
final class QueryOptions {
    @Parameters(paramLabel = "QUERY", description = "What to ask, as in number-pool.numbers.")
    private String query = "";

    @Option(names = "--account", required = true, paramLabel = "ID", description = "Whom to ask, as in 7moor:2000103.")
    private String account = "";

    @Option(names = "--params", paramLabel = "JSON", description = "The query's parameters; default: {}.")
    private String params = "{}";

    String query() {
        return query;
    }

    String params() {
        return params;
    }

    Account account() {
        return AccountArgument.parse(account);
    }

    QueryType<?, ?> type() {
        return Queries.named(query)
                .orElseThrow(() -> CommandFailedException.usage(
                        "QUERY: there is no such query",
                        Queries.ALL.stream()
                                .map(QueryType::name)
                                .collect(Collectors.joining(", ", "Ask one of ", "."))));
    }
}
