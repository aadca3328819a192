package io.callport.kafka.state;

import java.util.List;

/**
 * How the loop is.
 *
 * @param live whether it turns
 * @param reasons why it is not ready to answer commands, in words; empty if it is
 */
public record Health(boolean live, List<String> reasons) {
    /** Copies the list. */
    public Health {
        reasons = List.copyOf(reasons);
    }

    /** Whether it answers commands. */
    public boolean ready() {
        return live && reasons.isEmpty();
    }
}
