package io.callport.memory;

import java.util.Locale;

/** The uses for which memory is held. */
public enum MemoryUse {
    /** Records that were polled and not read yet. */
    POLLED,
    /** Commands that have no result yet. */
    COMMANDS,
    /** Answers of requests in flight: their bytes as they come, what is parsed of them, and what is written of them. */
    REQUESTS,
    /** Answers that are cached for commands with {@code maxAge}. */
    ANSWERS,
    /** Results, dead letters and re-routed commands that are not committed yet. */
    RESULTS;

    /** The use as it stands in metrics: {@code requests}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
