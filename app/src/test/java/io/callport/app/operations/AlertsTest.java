package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alert rules, as files. */
class AlertsTest {
    @Test
    void promtoolAcceptsTheRules() {
        Promtool.Verdict verdict = Promtool.find().run("", "check", "rules", AlertRules.FILE.toString());
        assertThat(verdict.code()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains(AlertRules.all().size() + " rules found");
    }

    @Test
    void everyAlertFiresWhenItShouldAndNoneForAServiceThatIsWell() {
        Promtool.Verdict verdict = Promtool.find().run("", "test", "rules", AlertRules.TESTS.toString());
        assertThat(verdict.code()).as(verdict.output()).isZero();
        Set<String> tested = AlertRules.tests().stream()
                .flatMap(test -> AlertRules.names(test.toString(), "ALERTS\\{alertname=\\\\\"(\\w+)"))
                .collect(Collectors.toSet());
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(AlertRules.alerts().stream()
                        .map(alert -> alert.path("alert").textValue())
                        .toList());
    }

    @Test
    void aServiceThatIsWellHasEveryMetricThatAnAlertReads() {
        List<JsonNode> tests = AlertRules.tests();
        JsonNode well = tests.get(tests.size() - 1);
        Set<String> read = AlertRules.all().stream()
                .flatMap(rule -> AlertRules.uses(rule.path("expr").textValue()).stream())
                .map(AlertRules.Use::metric)
                .collect(Collectors.toSet());
        assertThat(AlertRules.names(well.path("input_series").toString(), "(callport_[a-z_]+)"))
                .containsAll(read);
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereWhatToDoStands() {
        Set<String> anchors = OperationsPage.read().anchors();
        for (JsonNode alert : AlertRules.alerts()) {
            String name = alert.path("alert").textValue();
            assertThat(alert.at("/labels/severity").textValue()).as(name).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").textValue()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").textValue())
                    .as(name)
                    .isNotBlank();
            String runbook = alert.at("/annotations/runbook_url").textValue();
            assertThat(runbook).as(name).startsWith("https://callport.io/docs/operations.md#");
            assertThat(anchors).as(name).contains(runbook.substring(runbook.indexOf('#') + 1));
        }
    }
}
