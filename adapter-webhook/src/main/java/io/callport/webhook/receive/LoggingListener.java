package io.callport.webhook.receive;

import io.callport.account.Account;
import io.callport.event.EventType;
import io.callport.webhook.settings.WebhookClock;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes reports on to a listener, whose mistakes end here, and logs what needs a person: of each outcome at most one
 * line a minute for an account, and one for all that is of none. Thread-safe.
 */
final class LoggingListener implements WebhookListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final WebhookListener listener;
    private final WebhookClock clock;
    private final Map<Subject, Long> logged = new ConcurrentHashMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    private record Subject(@Nullable Account account, WebhookOutcome outcome) {}

    LoggingListener(WebhookListener listener, WebhookClock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void received(@Nullable Account account, @Nullable EventType<?> event, WebhookOutcome outcome) {
        if (event != null && needsPerson(outcome) && isDue(new Subject(account, outcome))) {
            LOG.atWarn()
                    .addKeyValue("account", account == null ? "unknown" : account)
                    .addKeyValue("event", event.name())
                    .addKeyValue("outcome", outcome.code())
                    .log("A callback was not taken; logged once a minute per account and outcome");
        }
        report(() -> listener.received(account, event, outcome));
    }

    @Override
    public void acknowledged(Account account, EventType<?> event, Duration took) {
        report(() -> listener.acknowledged(account, event, took));
    }

    /** Logs a mistake of Callport's, or of a sink's. */
    void failed(Throwable failure) {
        if (isDue(new Subject(null, WebhookOutcome.FAILED))) {
            LOG.atError().setCause(failure).log("A callback could not be handled; logged once a minute");
        }
    }

    private static boolean needsPerson(WebhookOutcome outcome) {
        return switch (outcome) {
            case PUBLISHED, UNMAPPED, NO_ROUTE, WRONG_METHOD, CUT_OFF, FAILED -> false;
            case NOT_AUTHENTIC, TOO_OLD, WRONG_KIND, NOT_JSON, TOO_LARGE, TOO_SLOW, OVERLOADED, NOT_ACKNOWLEDGED ->
                true;
        };
    }

    private boolean isDue(Subject subject) {
        long now = clock.nanoTime();
        AtomicBoolean due = new AtomicBoolean();
        logged.compute(subject, (key, before) -> {
            due.set(before == null || now - before >= QUIET_NANOS);
            return due.get() ? (Long) now : before;
        });
        return due.get();
    }

    /** Calls the listener; its mistake must not become a vendor's failure. */
    private void report(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            if (failed.compareAndSet(false, true)) {
                LOG.warn("The listener to callbacks failed; logged once", e);
            }
        }
    }
}
