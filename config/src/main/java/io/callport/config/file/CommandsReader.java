package io.callport.config.file;

import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.yaml.Section;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;

/** Reads the keys {@code deadline}, {@code limits} and {@code retry}. */
final class CommandsReader {
    private static final ValueFormat<Integer> LIMIT = ValueFormats.number(1, 10_000_000);

    private static final Key<Duration> BY_DEFAULT = Key.with(
            "default",
            ValueFormats.DURATION,
            "PT1M",
            "The time from its timestamp that a command without a deadline has.");
    private static final Key<Duration> LATEST = Key.with(
            "max",
            ValueFormats.DURATION,
            "PT5M",
            "The most time that any command has; a later deadline counts as this one.");
    static final SectionKey DEADLINE =
            new SectionKey("deadline", "The time that commands have.", Schema.of(BY_DEFAULT, LATEST));

    private static final Key<Integer> WAITING_PER_ACCOUNT = limit(
            "waiting-per-account",
            Limits.DEFAULT.waitingPerAccount(),
            "Commands that wait on one account; further ones are refused `overloaded`.");
    private static final Key<Integer> WAITING =
            limit("waiting", Limits.DEFAULT.waiting(), "Commands that wait in all; beyond it, reading pauses.");
    private static final Key<Integer> REQUESTS_PER_ACCOUNT =
            limit("requests-per-account", Limits.DEFAULT.requestsPerAccount(), "Requests in flight of one account.");
    private static final Key<Integer> REQUESTS = limit(
            "requests",
            Limits.DEFAULT.requests(),
            "Requests in flight in all, but that an account with none may always start one.");
    private static final Key<Long> MEMORY = Key.with(
            "memory",
            ValueFormats.MEMORY,
            "40%",
            "Bytes that everything held may take: records, commands, answers and results. A share counts of the heap (`-Xmx`).");
    static final SectionKey LIMITS = new SectionKey(
            "limits",
            "The most that an instance holds at once.",
            Schema.of(WAITING_PER_ACCOUNT, WAITING, REQUESTS_PER_ACCOUNT, REQUESTS, MEMORY));

    private static final Key<Duration> BASE = Key.with(
            "base",
            ValueFormats.DURATION,
            RetryPolicy.DEFAULT.baseDelay(),
            "The longest wait before a request is tried again; doubled with each further failure.");
    private static final Key<Duration> MAX =
            Key.with("max", ValueFormats.DURATION, RetryPolicy.DEFAULT.maxDelay(), "The longest such wait of all.");
    private static final Key<Integer> ATTEMPTS = Key.with(
            "attempts",
            ValueFormats.number(1, 100),
            RetryPolicy.DEFAULT.maxAttempts(),
            "Requests that a command may get, the first included.");
    static final SectionKey RETRY =
            new SectionKey("retry", "The further attempts after transient failures.", Schema.of(BASE, MAX, ATTEMPTS));

    private CommandsReader() {}

    static DeadlineSettings deadline(Section section) {
        Duration max = section.get(LATEST);
        return new DeadlineSettings(atMost(section, BY_DEFAULT, LATEST, max), max);
    }

    static Limits limits(Section section) {
        Limits limits = new Limits(
                section.get(WAITING_PER_ACCOUNT),
                section.get(WAITING),
                section.get(REQUESTS_PER_ACCOUNT),
                section.get(REQUESTS),
                section.get(MEMORY));
        warnOfNoEffect(section, WAITING_PER_ACCOUNT, limits.waitingPerAccount(), WAITING, limits.waiting());
        warnOfNoEffect(section, REQUESTS_PER_ACCOUNT, limits.requestsPerAccount(), REQUESTS, limits.requests());
        return limits;
    }

    static RetryPolicy retry(Section section) {
        Duration max = section.get(MAX);
        return new RetryPolicy(atMost(section, BASE, MAX, max), max, section.get(ATTEMPTS));
    }

    private static Duration atMost(Section section, Key<Duration> key, Key<Duration> bound, Duration max) {
        Duration value = section.get(key);
        if (value.compareTo(max) <= 0) {
            return value;
        }
        if (section.hasNoProblem(key.name(), bound.name())) {
            section.problem(key.name(), "must not be longer than " + section.path(bound.name()) + ", which is " + max);
        }
        return max;
    }

    private static void warnOfNoEffect(Section section, Key<Integer> each, int ofEach, Key<Integer> all, int ofAll) {
        if (section.has(each.name()) && ofEach > ofAll && section.hasNoProblem(each.name(), all.name())) {
            section.warn(each.name(), "is never reached, because " + section.path(all.name()) + " is less: " + ofAll);
        }
    }

    private static Key<Integer> limit(String name, int byDefault, String meaning) {
        return Key.with(name, LIMIT, byDefault, meaning);
    }
}
