package io.callport.app.config.file;

import io.callport.app.yaml.Form;
import io.callport.app.yaml.Section;
import io.callport.kafka.DeadlineSettings;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;

/** {@code deadline}, {@code limits} and {@code retry}. */
final class CommandsReader {
    private static final Form<Integer> LIMIT = Forms.number(1, 10_000_000);

    private CommandsReader() {}

    static DeadlineSettings deadline(Section section) {
        Duration byDefault = section.get("default", Forms.DURATION, Duration.ofMinutes(1));
        Duration max = section.get("max", Forms.DURATION, Duration.ofMinutes(5));
        section.rejectOthers();
        if (byDefault.compareTo(max) > 0) {
            if (section.sound("default", "max")) {
                section.problem("default", "must not be longer than " + section.path("max") + ", which is " + max);
            }
            return new DeadlineSettings(max, max);
        }
        return new DeadlineSettings(byDefault, max);
    }

    static Limits limits(Section section) {
        Limits usual = Limits.DEFAULT;
        Limits limits = new Limits(
                section.get("waiting-per-account", LIMIT, usual.waitingPerAccount()),
                section.get("waiting", LIMIT, usual.waiting()),
                section.get("requests-per-account", LIMIT, usual.requestsPerAccount()),
                section.get("requests", LIMIT, usual.requests()),
                section.get("remembered", LIMIT, usual.remembered()));
        section.rejectOthers();
        return limits;
    }

    static Retries retry(Section section) {
        Duration base = section.get("base", Forms.DURATION, Retries.DEFAULT.base());
        Duration max = section.get("max", Forms.DURATION, Retries.DEFAULT.max());
        int attempts = section.get("attempts", Forms.number(1, 100), Retries.DEFAULT.attempts());
        section.rejectOthers();
        if (base.compareTo(max) > 0) {
            if (section.sound("base", "max")) {
                section.problem("base", "must not be longer than " + section.path("max") + ", which is " + max);
            }
            return new Retries(max, max, attempts);
        }
        return new Retries(base, max, attempts);
    }
}
