package io.callport.system.crash;

import static java.util.stream.Collectors.groupingBy;

import io.callport.account.Budget;
import io.callport.system.crash.check.AnnouncementCheck;
import io.callport.system.crash.check.BudgetCheck;
import io.callport.system.crash.check.CheckResult;
import io.callport.system.crash.check.ProcessCheck;
import io.callport.system.crash.check.ResultsCheck;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.evidence.StateLog;
import io.callport.system.crash.evidence.VendorRequest;
import io.callport.system.crash.load.LoadPublisher;
import io.callport.system.crash.process.FreezePeriod;
import io.callport.system.crash.process.Instance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** Collects the evidence of a finished run, and runs every check on it. */
record PromiseChecks(TestCluster cluster, LoadPublisher publisher, ResultReader results) {

    /** Returns the results of all checks, with a result that was computed earlier. */
    List<CheckResult> with(CheckResult earlier) {
        PublishedCommands commands = PublishedCommands.read(cluster.bootstrapServers());
        List<CheckResult> verdicts = new ArrayList<>();
        verdicts.add(ResultsCheck.check(commands, publisher.acknowledged(), results.byId()));
        verdicts.addAll(requests());
        verdicts.add(earlier);
        verdicts.add(ProcessCheck.check(outputs(), cluster.secrets.all(), cluster.wrongEnds()));
        return verdicts;
    }

    private List<CheckResult> requests() {
        Budget budget = cluster.plan.scale().budget();
        StateLog state = StateLog.read(cluster.bootstrapServers());
        List<FreezePeriod> freezePeriods = cluster.instances.stream()
                .flatMap(it -> it.freezePeriods().stream())
                .toList();
        Map<String, List<VendorRequest>> byAccount = cluster.vendor.log().stream()
                .collect(groupingBy(VendorRequest::account, TreeMap::new, java.util.stream.Collectors.toList()));
        AnnouncementCheck announcements = new AnnouncementCheck(budget, freezePeriods);
        byAccount.forEach(
                (account, arrivals) -> announcements.check(account, arrivals, state.of(home(account), account)));
        byAccount.replaceAll((account, arrivals) -> arrivals.stream()
                .filter(arrival -> !announcements.excused().contains(arrival))
                .toList());
        return List.of(BudgetCheck.check(byAccount, budget), announcements.verdict());
    }

    private List<Path> outputs() {
        return Stream.concat(cluster.instances.stream().map(Instance::output), Stream.of(cluster.broker.output()))
                .toList();
    }

    private int home(String account) {
        byte[] key = account.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % cluster.plan.scale().partitions();
    }
}
