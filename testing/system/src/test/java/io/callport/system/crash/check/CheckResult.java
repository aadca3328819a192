package io.callport.system.crash.check;

import java.util.List;

/**
 * The result of a check.
 *
 * @param promise the promise that was checked
 * @param figures what it looked at, in numbers
 * @param evidence each thing that breaks the promise; nothing if it holds
 */
public record CheckResult(String promise, String figures, List<String> evidence) {
    /** Whether the promise was kept. */
    public boolean kept() {
        return evidence.isEmpty();
    }
}
