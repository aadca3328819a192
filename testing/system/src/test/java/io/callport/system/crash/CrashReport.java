package io.callport.system.crash;

import io.callport.system.crash.check.CheckResult;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The results of a run. */
record CrashReport(Plan plan, Schedule schedule, Path folder, List<CheckResult> verdicts) {
    private static final int MAX_LINES = 10;

    boolean allKept() {
        return verdicts.stream().allMatch(CheckResult::kept);
    }

    /** The table of promises, with a line for each promise. */
    String table() {
        int width = verdicts.stream()
                .mapToInt(verdict -> verdict.promise().length())
                .max()
                .orElse(0);
        return verdicts.stream()
                .map(verdict -> String.format(
                        "  %-6s  %-" + width + "s  %s",
                        verdict.kept() ? "kept" : "BROKEN",
                        verdict.promise(),
                        verdict.figures()))
                .collect(Collectors.joining("\n"));
    }

    /** The text that explains a failure and how to repeat the run. */
    String failure() {
        write();
        return "protocol %s, seed %d: run it again with -Dcrash.seed=%d -Dcrash.protocol=%s%n%s%n%nschedule:%n%s%n%n%s%n%nall of it is in %s"
                .formatted(
                        plan.protocol(),
                        plan.seed(),
                        plan.seed(),
                        plan.protocol(),
                        table(),
                        schedule,
                        evidence(MAX_LINES),
                        folder.resolve("evidence.txt"));
    }

    private String evidence(int most) {
        return verdicts.stream()
                .filter(verdict -> !verdict.kept())
                .map(verdict ->
                        verdict.promise() + ", broken " + verdict.evidence().size() + " times:\n  "
                                + verdict.evidence().stream().limit(most).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n\n"));
    }

    private void write() {
        try {
            Files.writeString(folder.resolve("evidence.txt"), schedule + "\n\n" + evidence(Integer.MAX_VALUE) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
