package io.callport.app.config.file;

import io.callport.app.config.LimitsConfig;
import io.callport.app.config.RetryConfig;
import io.callport.app.yaml.Form;
import io.callport.app.yaml.Section;
import io.callport.kafka.DeadlineSettings;
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

    static LimitsConfig limits(Section section) {
        LimitsConfig usual = LimitsConfig.DEFAULT;
        LimitsConfig limits = new LimitsConfig(
                section.get("waiting-per-account", LIMIT, usual.waitingPerAccount()),
                section.get("waiting", LIMIT, usual.waiting()),
                section.get("requests-per-account", LIMIT, usual.requestsPerAccount()),
                section.get("requests", LIMIT, usual.requests()),
                section.get("remembered", LIMIT, usual.remembered()));
        section.rejectOthers();
        return limits;
    }

    static RetryConfig retry(Section section) {
        RetryConfig retry = new RetryConfig(
                section.get("base", Forms.DURATION, RetryConfig.DEFAULT.base()),
                section.get("max", Forms.DURATION, RetryConfig.DEFAULT.max()),
                section.get("attempts", Forms.number(1, 100), RetryConfig.DEFAULT.attempts()));
        section.rejectOthers();
        if (retry.base().compareTo(retry.max()) > 0 && section.sound("base", "max")) {
            section.problem("base", "must not be longer than " + section.path("max") + ", which is " + retry.max());
        }
        return retry;
    }
}
