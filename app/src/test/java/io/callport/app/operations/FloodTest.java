package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account with more commands than its budget allows, as its operator sees it. */
class FloodTest {
    private static final String ACCOUNT = OperatedFixture.MOOR.toString();
    private static final String OVER_BUDGET = "callport_account_over_budget_total";

    @TempDir
    Path directory;

    @Test
    void aFloodIsSeenInTheMetricsInTheAccountsAndInTheAlert() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                OperatedFixture service = OperatedFixture.on(broker.bootstrapServers())) {
            service.until(
                    "its home is taken over", () -> overBudget(service.scrape()).isPresent());
            MetricsPage before = service.scrape();
            Instant began = Instant.now();
            service.flood(60, Duration.ofMinutes(4)); // 20 are asked at once, and the others wait
            service.until(
                    "the budget is spent",
                    () -> account(service).at("/budget/free").intValue() == 0
                            && account(service).path("waiting").intValue() == 40);
            service.flood(30, Duration.ofSeconds(10)); // none of these can be in time
            service.until(
                    "their refusals are seen",
                    () -> service.scrape().sum("callport_partition_done_beyond_records") >= 30);

            metricsTell(service);
            accountsTell(account(service), began);
            tableTells(service.get("/accounts", "Accept", "text/plain").body());
            alertFires(before, service.scrape());
        }
    }

    @Test
    void anAccountThatItsVendorRefusesIsSeenClosedAndWhy() {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                OperatedFixture service = OperatedFixture.on(broker.bootstrapServers())) {
            service.vendors.arm(Fault.of(FaultKind.STATUS, "status", 401).at("/openapi/v1/call/query/number"));
            assertThat(service.send("number-pool.numbers", OperatedFixture.MOOR, "{}"))
                    .contains("\"unauthorized\"");

            service.until("it is closed", () -> !account(service).path("closed").isNull());
            JsonNode closed = account(service).path("closed");
            assertThat(closed.path("reason").textValue()).isEqualTo("unauthorized");
            assertThat(Instant.parse(closed.path("until").textValue()))
                    .isBetween(Instant.now(), Instant.now().plusSeconds(60));
            assertThat(service.scrape()
                            .sum("callport_account_closed_seconds", "account", ACCOUNT, "reason", "unauthorized"))
                    .isBetween(1.0, 60.0);
        }
    }

    private static void metricsTell(OperatedFixture service) {
        MetricsPage scrape = service.scrape();
        assertThat(scrape.sum("callport_account_budget_requests", "account", ACCOUNT))
                .isEqualTo(20);
        assertThat(scrape.sum("callport_account_budget_used_requests", "account", ACCOUNT))
                .isEqualTo(20);
        assertThat(scrape.sum("callport_account_budget_free_requests", "account", ACCOUNT))
                .isZero();
        assertThat(scrape.sum("callport_account_waiting_commands", "account", ACCOUNT))
                .isEqualTo(40);
        assertThat(scrape.sum("callport_account_oldest_wait_seconds", "account", ACCOUNT))
                .isPositive();
        assertThat(scrape.sum("callport_account_over_budget_total", "account", ACCOUNT))
                .isEqualTo(30);
        assertThat(scrape.sum("callport_commands_seconds_count", "outcome", "over-budget"))
                .isEqualTo(30);
        assertThat(scrape.sum("callport_partition_outstanding_commands")).isEqualTo(40);
        assertThat(scrape.sum("callport_partition_lag_records")).isGreaterThanOrEqualTo(40);
    }

    private static void accountsTell(JsonNode account, Instant began) {
        assertThat(account.path("here").booleanValue()).isTrue();
        assertThat(account.path("home").textValue()).contains(".7moor.commands-");
        assertThat(account.at("/budget/requests").intValue()).isEqualTo(20);
        assertThat(account.at("/budget/used").intValue()).isEqualTo(20);
        assertThat(Duration.parse(account.path("oldestWait").textValue()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.between(began, Instant.now()));
        assertThat(account.path("closed").isNull()).isTrue();
        assertThat(account.at("/lastRefusal/reason").textValue()).isEqualTo("over-budget");
        assertThat(account.at("/lastRefusal/detail").textValue()).contains("budget leaves no request");
        assertThat(Instant.parse(account.at("/lastRefusal/at").textValue())).isBetween(began, Instant.now());
    }

    private static void tableTells(String table) {
        assertThat(table.lines().filter(line -> line.startsWith(ACCOUNT)))
                .singleElement()
                .asString()
                .contains("20/20/PT1M", "over-budget: The account's budget leaves no request");
    }

    /** The account's series, which a page has once the account's home is taken over. */
    private static Optional<String> overBudget(MetricsPage page) {
        return page.samples().stream()
                .filter(sample -> sample.name().equals(OVER_BUDGET)
                        && ACCOUNT.equals(sample.labels().get("account")))
                .map(MetricsPage.Sample::series)
                .findFirst();
    }

    /** The alert over what was scraped before and after, as if a minute lay between. */
    private void alertFires(MetricsPage before, MetricsPage after) throws IOException {
        String series = overBudget(before).orElseThrow();
        Path test = Files.writeString(directory.resolve("flood.yml"), """
                rule_files: ['%s']
                evaluation_interval: 1m
                tests:
                  - interval: 1m
                    input_series: [{ series: '%s', values: '%s %s' }]
                    promql_expr_test:
                      - { expr: 'ALERTS{alertname="CallportOutOfBudget"}', eval_time: 0m, exp_samples: [] }
                      - expr: count by (account) (ALERTS{alertname="CallportOutOfBudget", alertstate="firing"})
                        eval_time: 1m
                        exp_samples: [{ labels: '{account="%s"}', value: 1 }]
                """.formatted(
                        AlertRules.FILE.toAbsolutePath().normalize(),
                        series,
                        before.sum(OVER_BUDGET, "account", ACCOUNT),
                        after.sum(OVER_BUDGET, "account", ACCOUNT),
                        ACCOUNT));
        Promtool.Verdict verdict = Promtool.find().run("", "test", "rules", test.toString());
        assertThat(verdict.code()).as(verdict.output()).isZero();
    }

    private static JsonNode account(OperatedFixture service) {
        try {
            return new ObjectMapper()
                    .readTree(service.get("/accounts?account=" + ACCOUNT).body())
                    .at("/accounts/0");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
