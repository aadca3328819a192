package io.callport.kafka.state;

import java.util.List;

/**
 * The health of the loop.
 *
 * @param live whether the loop turns
 * @param reasons why the loop is not ready to answer commands, in words; empty if the loop is ready
 * @param warnings the problems that delay commands although the loop is ready, in words: no other instance could do
 *     better
 */
public record Health(boolean live, List<String> reasons, List<String> warnings) {
    public Health {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /** A health without warnings. */
    public Health(boolean live, List<String> reasons) {
        this(live, reasons, List.of());
    }

    /** Whether the loop answers commands. */
    public boolean ready() {
        return live && reasons.isEmpty();
    }
}
