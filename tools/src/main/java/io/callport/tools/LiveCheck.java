package io.callport.tools;

import io.callport.catalog.Queries;
import io.callport.config.AccountConfig;
import io.callport.config.Configuration;
import io.callport.embed.Callport;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.kafka.admin.ClusterCheck;
import io.callport.query.Outcome;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryType;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import io.callport.switchboard.RetryPolicy;
import io.callport.tools.shell.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a configuration against the cluster and the vendors. */
record LiveCheck(Shell shell, Configuration configuration) {
    /**
     * The time that a deadline has beyond the timeout of a request, so that a timeout is reported as a timeout and not
     * as a deadline that has passed.
     */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final RetryPolicy ONCE = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 1);

    /** Returns the problems, and prints warnings to stderr. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        ClusterCheck found = ClusterCheck.run(configuration.kafkaSettings());
        found.problems().forEach(it -> problems.add("kafka: " + it));
        found.warnings().forEach(it -> shell.err().println("warning: kafka: " + it));
        EmbedSettings once = configuration.embedSettings().withRetries(ONCE);
        try (HttpPorts ports = HttpPorts.open(configuration.http(), configuration.httpAccounts());
                Callport callport = Callport.open(once, ports::ports)) {
            QueryRunner runner =
                    new QueryRunner(callport, configuration.http().timeout().plus(MARGIN));
            for (AccountConfig account : configuration.accounts()) {
                QueryFailure failure = failure(ports, runner, account);
                if (failure != null) {
                    problems.add(account.account() + ": " + FailureText.of(failure) + ". " + remedy(failure));
                }
            }
        }
        return problems;
    }

    /**
     * Pings an account, or asks the first query without parameters that the vendor answers. Where the vendor has
     * neither, the account is not checked.
     */
    private @Nullable QueryFailure failure(HttpPorts ports, QueryRunner runner, AccountConfig account) {
        try {
            if (ports.ping(account.account())) {
                say(account, "pinged");
                return null;
            }
        } catch (QueryFailedException e) {
            say(account, "pinged");
            return e.failure();
        }
        return failure(runner, account);
    }

    private @Nullable QueryFailure failure(QueryRunner runner, AccountConfig account) {
        for (QueryType<?, ?> type : Queries.ALL) {
            if (type.query().getRecordComponents().length > 0) {
                continue;
            }
            Outcome outcome = runner.ask(account.account(), type.example());
            QueryFailure failure = outcome.failure();
            if (failure == null || failure.reason() != Reason.UNSUPPORTED_QUERY) {
                say(account, "asked " + type.name());
                return failure;
            }
        }
        shell.err()
                .println(account.account()
                        + ": not asked; its vendor has neither a ping nor a query without parameters");
        return null;
    }

    private void say(AccountConfig account, String what) {
        String spent = account.budget().limited() ? "; this spent one request of its budget" : "";
        shell.err().println(account.account() + ": " + what + spent);
    }

    /** Whether the vendor, or the budget, says so; a refused signature has a {@code retryAfter} too. */
    static boolean isTooOften(QueryFailure failure) {
        VendorReply reply = failure.vendorReply();
        boolean asked = failure.reason() == Reason.VENDOR_UNAVAILABLE
                && ((reply != null && reply.httpStatus() == TOO_MANY_REQUESTS)
                        || (failure.scope() == Scope.ACCOUNT && failure.retryAfter() != null));
        return failure.reason() == Reason.OVER_BUDGET || asked;
    }

    /** The remedy for a failure. An account that was asked too often has nothing to correct. */
    static String remedy(QueryFailure failure) {
        return isTooOften(failure)
                ? "Its budget is spent, perhaps by the running service: wait and check again."
                : FailureText.remedy(failure.reason());
    }
}
