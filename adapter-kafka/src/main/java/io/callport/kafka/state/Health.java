package io.callport.kafka.state;

import java.util.List;

/**
 * The health of the loop.
 *
 * @param live whether the loop turns
 * @param reasons why the loop is not ready to answer commands, in words; empty if the loop is ready
 */
public record Health(boolean live, List<String> reasons) {
    public Health {
        reasons = List.copyOf(reasons);
    }

    /** Whether the loop answers commands. */
    public boolean ready() {
        return live && reasons.isEmpty();
    }
}
