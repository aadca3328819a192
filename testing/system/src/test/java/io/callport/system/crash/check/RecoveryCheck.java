package io.callport.system.crash.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that the service answers normally after all faults: a new command of each account is answered, every instance
 * is ready.
 */
public final class RecoveryCheck {
    private RecoveryCheck() {}

    /**
     * Checks the recovery after the last fault.
     *
     * @param fresh the status of the result of each account's fresh command
     * @param slowest the time until the last of these results
     * @param notReady the reasons of the instances that were not ready
     */
    public static CheckResult check(Map<String, String> fresh, Duration slowest, List<String> notReady) {
        List<String> evidence = new ArrayList<>(notReady);
        fresh.forEach((account, status) -> {
            if (!status.equals("answered")) {
                evidence.add("a fresh command of " + account + ": " + status);
            }
        });
        return new CheckResult(
                "it answers normally afterwards",
                "fresh commands %d, all there after %.1f s, instances not ready %d"
                        .formatted(fresh.size(), slowest.toMillis() / 1000.0, notReady.size()),
                evidence);
    }
}
