package io.callport.benchmarks.pipeline;

import java.time.Duration;

/**
 * What the flooded account gets, at once: that many commands, no two of them equal.
 *
 * @param name for people
 * @param commands how many
 * @param deadline how long each lives
 */
record FloodLoad(String name, int commands, Duration deadline) {
    private static final int FLOOD = 600;

    static final FloodLoad NONE = new FloodLoad("no flood", 0, Duration.ofMinutes(1));

    /** Ten are answered, and all others, which are certain to be late, are refused at once. */
    static final FloodLoad REFUSED = new FloodLoad("600, for 20 s each", FLOOD, Duration.ofSeconds(20));

    /** Ten are answered, and all others wait for as long as anyone measures. */
    static final FloodLoad WAITING = new FloodLoad("600, for an hour each", FLOOD, Duration.ofHours(1));
}
