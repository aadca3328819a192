package io.callport.system.crash.check;

import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that each command has exactly one result: the same set of ids, and no id twice. */
public final class ResultsCheck {
    private ResultsCheck() {}

    /**
     * Checks the results of all commands.
     *
     * @param commands all commands on their topic
     * @param acknowledged the numbers of the commands that were acknowledged to their publisher
     * @param results all results, by their ids
     */
    public static CheckResult check(
            PublishedCommands commands, Set<String> acknowledged, Map<String, List<Result>> results) {
        List<String> evidence = new ArrayList<>();
        int lost = lost(commands, acknowledged, evidence);
        int missing = missing(commands.byId().keySet(), results.keySet(), evidence);
        int twice = twice(results, evidence);
        int foreign = foreign(commands.byId().keySet(), results.keySet(), evidence);
        return new CheckResult(
                "exactly one result per command",
                "commands %d, results %d, missing %d, twice %d, of no command %d, lost by the broker %d"
                        .formatted(
                                commands.byId().size(),
                                results.values().stream().mapToInt(List::size).sum(),
                                missing,
                                twice,
                                foreign,
                                lost),
                evidence);
    }

    private static int lost(PublishedCommands commands, Set<String> acknowledged, List<String> evidence) {
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(new HashSet<>(commands.byId().values()));
        lost.forEach(number -> evidence.add("command " + number + " was acknowledged and is not on its topic"));
        return lost.size();
    }

    private static int missing(Set<String> commands, Set<String> results, List<String> evidence) {
        Set<String> missing = new TreeSet<>(commands);
        missing.removeAll(results);
        missing.forEach(id -> evidence.add("no result of " + id));
        return missing.size();
    }

    private static int twice(Map<String, List<Result>> results, List<String> evidence) {
        int twice = 0;
        for (Map.Entry<String, List<Result>> each : results.entrySet()) {
            if (each.getValue().size() > 1) {
                evidence.add("several results of " + each.getKey() + ": " + each.getValue());
                twice++;
            }
        }
        return twice;
    }

    private static int foreign(Set<String> commands, Set<String> results, List<String> evidence) {
        Set<String> foreign = new TreeSet<>(results);
        foreign.removeAll(commands);
        foreign.forEach(id -> evidence.add("a result of " + id + ", where no command was published"));
        return foreign.size();
    }
}
