package io.callport.system.crash;

import static java.util.stream.Collectors.groupingBy;

import io.callport.account.Budget;
import io.callport.system.crash.evidence.Arrival;
import io.callport.system.crash.evidence.Commands;
import io.callport.system.crash.evidence.CommitLog;
import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.judge.AnnouncementJudge;
import io.callport.system.crash.judge.BudgetJudge;
import io.callport.system.crash.judge.ProcessJudge;
import io.callport.system.crash.judge.ResultsJudge;
import io.callport.system.crash.judge.Verdict;
import io.callport.system.crash.load.Publisher;
import io.callport.system.crash.process.Freeze;
import io.callport.system.crash.process.Instance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** Gathers the evidence of a run that has ended, and asks every judge. */
record Judgement(World world, Publisher publisher, ResultReader results) {

    /** All verdicts, with one that was given earlier. */
    List<Verdict> with(Verdict earlier) {
        Commands commands = Commands.read(world.bootstrapServers());
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(ResultsJudge.judge(commands, publisher.acknowledged(), results.byId()));
        verdicts.addAll(requests());
        verdicts.add(earlier);
        verdicts.add(ProcessJudge.judge(outputs(), world.secrets.all(), world.wrongEnds()));
        return verdicts;
    }

    private List<Verdict> requests() {
        Budget budget = world.plan.scale().budget();
        CommitLog commits = CommitLog.read(world.bootstrapServers());
        List<Freeze> freezes =
                world.instances.stream().flatMap(it -> it.freezes().stream()).toList();
        Map<String, List<Arrival>> byAccount = world.vendors.log().stream()
                .collect(groupingBy(Arrival::account, TreeMap::new, java.util.stream.Collectors.toList()));
        AnnouncementJudge announcements = new AnnouncementJudge(budget, freezes);
        byAccount.forEach((account, arrivals) ->
                announcements.look(account, arrivals, commits.byPartition().getOrDefault(home(account), List.of())));
        byAccount.replaceAll((account, arrivals) -> arrivals.stream()
                .filter(arrival -> !announcements.excused().contains(arrival))
                .toList());
        return List.of(BudgetJudge.judge(byAccount, budget), announcements.verdict());
    }

    private List<Path> outputs() {
        return Stream.concat(world.instances.stream().map(Instance::output), Stream.of(world.broker.output()))
                .toList();
    }

    private int home(String account) {
        byte[] key = account.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % world.plan.scale().partitions();
    }
}
