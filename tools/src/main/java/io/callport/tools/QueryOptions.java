package io.callport.tools;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.query.QueryType;
import io.callport.tools.shell.AccountArgument;
import io.callport.tools.shell.CommandFailedException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            description = "How long to wait for the result, as in 10s; default: deadline.default.")
    private @Nullable Duration deadline;

    @Option(names = "--pretty", description = "Print JSON on several lines, indented.")
    private boolean pretty;

    String query() {
        return query;
    }

    String params() {
        return params;
    }

    Account account() {
        return AccountArgument.parse(account);
    }

    /** Refuses a deadline that has passed already. */
    void requireDeadline() {
        if (deadline != null && deadline.isZero()) {
            throw CommandFailedException.usage("--deadline: must be more than 0", "Write it as in 10s.");
        }
    }

    /** The deadline that was asked for, or else the default. */
    Duration deadline(Duration byDefault) {
        return deadline == null ? byDefault : deadline;
    }

    /** JSON as it is to be printed. */
    String shown(String json) {
        return pretty ? PrettyJson.of(json) : json;
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
