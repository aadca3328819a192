package io.callport.system.crash.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.system.crash.RunFolders;
import io.callport.system.crash.check.BudgetCheck;
import io.callport.system.crash.check.CheckResult;
import io.callport.system.crash.check.ProcessCheck;
import io.callport.system.crash.check.ResultsCheck;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.Result;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.evidence.VendorRequest;
import io.callport.system.crash.process.Instance;
import io.callport.system.crash.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Accounts, secrets and budgets change in the order of docs/operations.md, one instance after another, without any
 * effect on results.
 */
@Tag("short")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "crash.enabled", matches = "true")
class RollingRestartTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ServiceSettings BEFORE = ServiceSettings.before();
    private static final ServiceSettings AFTER = ServiceSettings.after();
    private static final List<Account> KEPT = BEFORE.accounts().stream()
            .filter(it -> !it.equals(ServiceSettings.REMOVED))
            .toList();

    private final Path folder = RunFolders.fresh("rolling");

    @Test
    void changesAccountsSecretsAndBudgetsWithoutARefusal() {
        try (RollingRestart restart = RollingRestart.start(folder);
                ResultReader results = ResultReader.start(restart.broker.bootstrapServers());
                SteadyLoad load = SteadyLoad.start(restart.broker.bootstrapServers(), BEFORE.accounts())) {
            awaitAnswers(results, 20);
            load.of(KEPT); // an account goes: first nobody publishes for it, and what waits gets its result
            awaitResultsOf(restart, results, ServiceSettings.REMOVED);
            restart.restart(0);
            awaitAnswers(results, results.count() + 20);
            restart.restart(1);
            Instant changed = Instant.now();
            load.of(AFTER.accounts()); // an account comes: last, somebody publishes for it
            awaitAnswersOf(restart, results, ServiceSettings.ADDED);
            awaitAnswersOf(restart, results, ServiceSettings.ROTATED);
            load.stop();
            PublishedCommands commands = PublishedCommands.read(restart.broker.bootstrapServers());
            Wait.until(TIMEOUT, () -> results.hasAll(commands.byId().keySet()));
            restart.instances.forEach(Instance::stop);
            results.end();
            check(restart, ResultsCheck.check(commands, load.acknowledged(), results.byId()), changed);
            // A machine may be so slow that a deadline passes; no account may be unknown or refused for its secret.
            assertThat(statuses(results).keySet())
                    .contains("answered")
                    .isSubsetOf("answered", "over-budget", "expired");
        }
        RunFolders.deleteData(folder);
    }

    private static void check(RollingRestart restart, CheckResult oneResultEach, Instant changed) {
        Set<String> secrets = new HashSet<>(BEFORE.secrets().values());
        secrets.addAll(AFTER.secrets().values());
        Map<String, List<VendorRequest>> all = restart.requestsSince(Instant.MIN);
        assertThat(all).hasSize(6);
        assertThat(all.values().stream().flatMap(List::stream))
                .hasSizeGreaterThan(20)
                .allSatisfy(arrival -> assertThat(arrival.verdict()).isEqualTo("accepted"));
        List<CheckResult> verdicts = List.of(
                oneResultEach,
                BudgetCheck.check(all, BEFORE.budget()),
                BudgetCheck.check(restart.requestsSince(changed), AFTER.budget()),
                ProcessCheck.check(restart.outputs(), secrets, restart.wrongEnds()));
        verdicts.forEach(verdict -> System.out.println(verdict.promise() + ": " + verdict.figures()));
        assertThat(verdicts)
                .allSatisfy(verdict ->
                        assertThat(verdict.evidence()).as(verdict.promise()).isEmpty());
    }

    private static void awaitAnswers(ResultReader results, int count) {
        assertThat(Wait.until(TIMEOUT, () -> results.count() >= count))
                .as(count + " results in time")
                .isTrue();
    }

    private static void awaitResultsOf(RollingRestart restart, ResultReader results, Account account) {
        Set<String> ids = idsOf(restart, account);
        assertThat(ids).isNotEmpty();
        assertThat(Wait.until(TIMEOUT, () -> results.hasAll(ids)))
                .as("results of " + account)
                .isTrue();
    }

    private static void awaitAnswersOf(RollingRestart restart, ResultReader results, Account account) {
        Instant begin = Instant.now();
        assertThat(Wait.until(TIMEOUT, () -> {
                    List<Result> since = new ArrayList<>();
                    Set<String> ids = idsOf(restart, account);
                    results.byId()
                            .forEach((id, found) -> found.stream()
                                    .filter(result ->
                                            ids.contains(id) && result.at().isAfter(begin))
                                    .forEach(since::add));
                    return since.size() >= 5;
                }))
                .as("answers of " + account)
                .isTrue();
    }

    private static Set<String> idsOf(RollingRestart restart, Account account) {
        return PublishedCommands.read(restart.broker.bootstrapServers()).byId().entrySet().stream()
                .filter(command -> command.getValue().startsWith(account + " "))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> statuses(ResultReader results) {
        Map<String, Long> statuses = results.byId().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Result::status, Collectors.counting()));
        System.out.println("statuses: " + statuses);
        return statuses;
    }
}
