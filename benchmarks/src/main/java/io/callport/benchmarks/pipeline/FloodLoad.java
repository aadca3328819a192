package io.callport.benchmarks.pipeline;

import java.time.Duration;

/**
 * The load of the flooded account: that many commands at once, no two of them equal.
 *
 * @param name the name in the report
 * @param commands the number of commands
 * @param deadline the lifetime of each command
 */
record FloodLoad(String name, int commands, Duration deadline) {
    private static final int FLOOD = 600;

    static final FloodLoad NONE = new FloodLoad("no flood", 0, Duration.ofMinutes(1));

    /** A flood of which ten commands are answered and all others, which are certain to be late, are refused at once. */
    static final FloodLoad REFUSED = new FloodLoad("600, for 20 s each", FLOOD, Duration.ofSeconds(20));

    /** A flood of which ten commands are answered and all others wait until the measurement ends. */
    static final FloodLoad WAITING = new FloodLoad("600, for an hour each", FLOOD, Duration.ofHours(1));
}
