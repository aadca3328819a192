package io.callport.observability.scrape;

import io.callport.kafka.state.AccountSnapshot;
import io.callport.query.QueryFailure;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The series of the accounts whose home is this instance; other instances report the other accounts. */
final class AccountSeries {
    private static final String OPEN = "none";

    private AccountSeries() {}

    static Stream<MetricSnapshot> of(List<AccountSnapshot> accounts) {
        List<AccountSnapshot> here =
                accounts.stream().filter(AccountSnapshot::here).toList();
        return Stream.concat(
                ofAll(new Series<>(here, AccountSeries::label)),
                ofBudgets(new Series<>(
                        here.stream().filter(it -> it.budget().limited()).toList(), AccountSeries::label)));
    }

    private static Stream<MetricSnapshot> ofAll(Series<AccountSnapshot> here) {
        return Stream.of(
                here.gauge(
                        "callport_account_waiting_commands",
                        "Commands that wait to be asked",
                        it -> it.lane().waiting()),
                here.gauge(
                        "callport_account_oldest_wait_seconds",
                        "How long the first command that waits has waited here",
                        it -> seconds(it.lane().oldestWait())),
                here.gauge(
                        "callport_account_requests_in_flight",
                        "Requests that the vendor has not answered yet",
                        it -> it.lane().requestsInFlight()),
                here.gauge(
                        "callport_account_closed_seconds",
                        "For how long the vendor is left alone yet, and for which refusal",
                        it -> Labels.of("account", it.account().toString(), "reason", closedBy(it)),
                        it -> seconds(it.lane().closedFor())),
                here.counter(
                        "callport_account_over_budget",
                        "Commands that were refused over-budget since this process began",
                        AccountSnapshot::overBudget));
    }

    private static Stream<MetricSnapshot> ofBudgets(Series<AccountSnapshot> limited) {
        return Stream.of(
                limited.gauge(
                        "callport_account_budget_requests",
                        "Requests that the budget allows in its window",
                        it -> it.budget().requests()),
                limited.gauge(
                        "callport_account_budget_used_requests",
                        "Requests that the budget counts now",
                        it -> it.lane().slotsUsed()),
                limited.gauge(
                        "callport_account_budget_free_requests",
                        "Requests that the budget allows now",
                        AccountSnapshot::budgetFree));
    }

    private static Labels label(AccountSnapshot account) {
        return Labels.of("account", account.account().toString());
    }

    private static String closedBy(AccountSnapshot account) {
        QueryFailure by = account.lane().closedBy();
        return by == null ? OPEN : by.reason().code();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
