package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.query.Reason;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics of a service that has worked. */
class MetricsTest {
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum");

    private static EmbeddedKafka broker;
    private static OperatedFixture service;

    @BeforeAll
    static void work() {
        broker = EmbeddedKafka.start();
        service = OperatedFixture.on(broker.bootstrapServers());
        service.send("number-pool.numbers", OperatedFixture.MOOR, "{}");
        service.flood(10, Duration.ofMinutes(1));
        service.publish(OperatedFixture.MOOR, List.of("no command"));
        service.until("all is done", () -> {
            MetricsPage scrape = service.scrape();
            return scrape.sum("callport_commands_seconds_count", "outcome", "answered") == 11
                    && scrape.sum("callport_account_budget_used_requests") == 11
                    && scrape.sum("callport_dead_letters_total") == 1;
        });
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
    }

    @Test
    void promtoolAcceptsThePage() {
        MetricsPage scrape = service.scrape();
        assertThat(Promtool.find().run(scrape.text(), "check", "metrics")).isEqualTo(new Promtool.Verdict(0, ""));
        assertThat(scrape.types().keySet())
                .as("Kafka's and the JVM's own are there")
                .contains("kafka_consumer_fetch_manager_records_consumed_total", "kafka_producer_request_total")
                .contains("kafka_consumer_connections", "jvm_memory_used_bytes", "process_cpu_seconds_total");
    }

    @Test
    void theTableOfMetricsIsCompleteAndNothingInItIsMadeUp() {
        MetricsPage scrape = service.scrape();
        Map<String, String> documented = OperationsPage.read().metrics().stream()
                .collect(Collectors.toMap(OperationsPage.Row::name, OperationsPage.Row::type));
        assertThat(documented)
                .containsExactlyInAnyOrderEntriesOf(scrape.types().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("callport_"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        for (OperationsPage.Row row : OperationsPage.read().metrics()) {
            assertThat(row.labels()).as(row.name()).isEqualTo(labels(scrape, row.name()));
        }
    }

    @Test
    void theRulesReadOnlyWhatThereIs() {
        MetricsPage scrape = service.scrape();
        for (JsonNode rule : AlertRules.all()) {
            String expression = rule.path("expr").textValue();
            List<AlertRules.Use> uses = AlertRules.uses(expression);
            assertThat(uses).as(expression).isNotEmpty();
            uses.forEach(
                    use -> assertThat(exists(scrape, use)).as(use.toString()).isTrue());
            Set<String> labels = uses.stream()
                    .flatMap(use -> allLabels(scrape, use.metric()))
                    .collect(Collectors.toSet());
            assertThat(labels)
                    .as(expression)
                    .containsAll(
                            AlertRules.names(expression, "by \\(([^)]*)\\)").toList());
            labels.add("instance"); // Prometheus gives this label itself
            assertThat(labels)
                    .as(rule.toString())
                    .containsAll(AlertRules.names(rule.toString(), "\\$labels\\.(\\w+)")
                            .toList());
        }
    }

    @Test
    void commandsRequestsAndTheirAttemptsAreCounted() {
        MetricsPage scrape = service.scrape();
        assertThat(scrape.sum("callport_request_attempts_count", "query", "agents.list", "outcome", "answered"))
                .isEqualTo(10);
        assertThat(scrape.sum("callport_request_attempts_bucket", "query", "agents.list", "le", "1.0"))
                .isEqualTo(10);
        assertThat(scrape.sum("callport_requests_seconds_count", "endpoint", "/openapi/v1/call/query/agent"))
                .isEqualTo(10);
        assertThat(scrape.sum("callport_commands_seconds_bucket", "query", "agents.list", "le", "+Inf"))
                .isEqualTo(10);
        assertThat(scrape.sum("callport_transactions_records_total")).isGreaterThanOrEqualTo(12);
        assertThat(scrape.sum("callport_rebalances_total", "event", "assigned")).isPositive();
        assertThat(scrape.sum("callport_partitions", "phase", "working")).isEqualTo(9);
    }

    @Test
    void thePageSaysHowOldWhatItTellsIs() {
        assertThat(service.scrape().sum("callport_state_age_seconds")).isBetween(0.0, 30.0);
    }

    @Test
    void noPageShowsASecret() {
        for (String path : List.of("/metrics", "/accounts", "/accounts?format=table", "/health/ready", "/")) {
            assertThat(service.get(path).body())
                    .as(path)
                    .doesNotContain(OperatedFixture.MOOR_SECRET, "u7Mf3zUNOkg4lMV9a0E6cH");
        }
    }

    private static boolean exists(MetricsPage scrape, AlertRules.Use use) {
        List<MetricsPage.Sample> samples = scrape.samples().stream()
                .filter(sample -> sample.name().equals(use.metric()))
                .toList();
        Set<String> known = Stream.concat(
                        samples.stream()
                                .flatMap(sample ->
                                        Stream.ofNullable(sample.labels().get(use.label()))),
                        Arrays.stream(Reason.values()).map(Reason::code))
                .collect(Collectors.toSet());
        boolean labelled = samples.stream().anyMatch(sample -> sample.labels().containsKey(use.label()));
        return !samples.isEmpty() && (use.label().isEmpty() || (labelled && known.containsAll(use.values())));
    }

    private static Stream<String> allLabels(MetricsPage scrape, String metric) {
        return scrape.samples().stream()
                .filter(sample -> sample.name().equals(metric))
                .flatMap(sample -> sample.labels().keySet().stream());
    }

    private static Set<String> labels(MetricsPage scrape, String family) {
        Set<String> labels = Stream.concat(Stream.of(""), PARTS.stream())
                .flatMap(part -> allLabels(scrape, family + part))
                .collect(Collectors.toCollection(TreeSet::new));
        labels.remove("le");
        return labels;
    }
}
