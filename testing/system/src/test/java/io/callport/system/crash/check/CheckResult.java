package io.callport.system.crash.check;

import java.util.List;

/**
 * The result of a check.
 *
 * @param promise the promise that was checked
 * @param figures the extent of the check, in numbers
 * @param evidence each violation of the promise; empty if the promise holds
 */
public record CheckResult(String promise, String figures, List<String> evidence) {
    /** Whether the promise was kept. */
    public boolean kept() {
        return evidence.isEmpty();
    }
}
