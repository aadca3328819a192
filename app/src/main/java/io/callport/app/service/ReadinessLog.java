package io.callport.app.service;

import io.callport.kafka.state.Health;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Logs that the service is ready or not ready: each reason once until the service is ready again. Until the service is
 * ready for the first time, a reason is no warning for half a minute. One thread owns an instance.
 */
final class ReadinessLog {
    private static final Duration START = Duration.ofSeconds(30);

    /**
     * The parts of reasons that change while the reason stays the same: seconds, and the topics that are not seen yet.
     */
    private static final Pattern VARYING = Pattern.compile("\\d+ s\\b|(?<=^The topics were just created: ).*");

    private final Logger log;
    private final long began;
    private final Set<String> logged = new HashSet<>();
    private boolean ready;
    private boolean starting = true;

    /** @param began the time of the service's start, by {@link System#nanoTime()} */
    ReadinessLog(Logger log, long began) {
        this.log = log;
        this.began = began;
    }

    void update(Health health, long now) {
        if (health.ready()) {
            if (!ready) {
                log.info("Ready");
            }
            ready = true;
            starting = false;
            logged.clear();
            return;
        }
        ready = false;
        if (starting && now - began >= START.toNanos()) {
            starting = false;
            logged.clear(); // a reason that lasts is logged again, as a warning
        }
        for (String reason : health.reasons()) {
            if (logged.add(VARYING.matcher(reason).replaceAll("…"))) {
                log.atLevel(starting ? Level.INFO : Level.WARN)
                        .addKeyValue("reason", reason)
                        .log("Not ready");
            }
        }
    }
}
