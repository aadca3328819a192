package io.callport.embed;

import io.callport.execution.UncaughtExceptions;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Switchboard;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Runs the switchboard: one thread alone calls the switchboard, and sleeps until an event arrives or the switchboard's
 * time to wake is reached. No code of the application runs on that thread except {@code equals} and {@code hashCode} of
 * the application's queries.
 */
final class SwitchboardThread implements Runnable {
    private static final long NEVER = Long.MAX_VALUE;

    private final Switchboard<PendingAnswer<?>> switchboard;
    private final EmbedRequests requests;
    private final ResultThreads results;
    private final Duration shutdown;
    private final LongSupplier clock;
    private final EventQueue events;
    private final Set<PendingAnswer<?>> pending = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger(); // queries whose result is not handed over yet
    private final long most;
    private final SplittableRandom random = new SplittableRandom();
    private long wakeAt = NEVER;
    private long closeAt = NEVER;

    SwitchboardThread(EmbedSettings settings, EmbedRequests requests, ResultThreads results) {
        this.switchboard = new Switchboard<>(settings.forSwitchboard(), new SecureRandom().nextLong());
        this.requests = requests;
        this.results = results;
        this.shutdown = settings.shutdown();
        this.clock = requests.clock();
        this.events = new EventQueue(settings.limits().waiting());
        this.most = (long) settings.limits().waiting() + settings.limits().maxRequests();
    }

    /** Accepts a command, or refuses the command at once, on the calling thread. Thread-safe. */
    void accept(Command<PendingAnswer<?>> command) {
        if (held.incrementAndGet() > most) {
            refuse(command.attachment(), Reason.OVERLOADED, "Too many queries have no result yet");
            return;
        }
        pending.add(command.attachment());
        EventQueue.Offer offer = events.offer(now -> switchboard.accept(command, now));
        if (offer == EventQueue.Offer.FULL) {
            refusePending(command.attachment(), Reason.OVERLOADED, "Too many queries are asked at once");
        } else if (offer == EventQueue.Offer.CLOSED) {
            refusePending(command.attachment(), Reason.EXPIRED, "Callport is closed");
        }
    }

    /**
     * Accepts no more commands, and ends {@link #run} as soon as no request is in flight or the time to shut down is
     * over. Thread-safe.
     */
    void close() {
        long until = clock.getAsLong() + shutdown.toNanos();
        events.close(now -> {
            switchboard.stop();
            closeAt = until;
        });
    }

    /** Makes the thread read the clock again. Thread-safe. */
    void wake() {
        events.add(now -> {});
    }

    @Override
    public void run() {
        try {
            while (!ended()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the caller of close() has stopped waiting
        } finally {
            events.close(now -> {});
            Outcome closed = refused(Reason.EXPIRED, "Callport was closed before there was an answer");
            pending.forEach(answer -> complete(answer, closed));
        }
    }

    private void turn() throws InterruptedException {
        var tasks = events.drain(Math.min(wakeAt, closeAt) - clock.getAsLong());
        long now = clock.getAsLong();
        tasks.forEach(task -> task.accept(now));
        Effects<PendingAnswer<?>> effects = switchboard.advance(now, random.nextDouble());
        effects.results().forEach(result -> complete(result.command().attachment(), result.outcome()));
        effects.requests().forEach(this::start);
        requests.cancelLate(now);
        results.retry();
        wakeAt = Math.min(effects.wakeAt(), Math.min(requests.nextCancellation(), results.nextRetry(now)));
    }

    private void start(Request request) {
        requests.start(request, context(request), this::ended);
    }

    private UnaryOperator<Runnable> context(Request request) {
        if (requests.listener() == EmbedListener.NONE) {
            return UnaryOperator.identity();
        }
        return switchboard.attachments(request, 1).stream()
                .map(PendingAnswer::context)
                .findFirst()
                .orElse(UnaryOperator.identity());
    }

    private void ended(Request request, Outcome outcome) {
        long weight = weight(outcome);
        events.add(now -> switchboard.ended(request, outcome, weight, now));
    }

    /** The weight of an outcome; that of an answer whose methods throw is too much to keep it. */
    private static long weight(Outcome outcome) {
        try {
            return AnswerWeight.of(outcome);
        } catch (RuntimeException | Error e) {
            UncaughtExceptions.report(e);
            return Integer.MAX_VALUE;
        }
    }

    private boolean ended() {
        boolean nothingToWaitFor = switchboard.requestsInFlight() == 0 || pending.isEmpty();
        return closeAt != NEVER && (nothingToWaitFor || clock.getAsLong() >= closeAt);
    }

    private void refusePending(PendingAnswer<?> answer, Reason reason, String detail) {
        if (pending.remove(answer)) {
            refuse(answer, reason, detail);
        }
    }

    private void refuse(PendingAnswer<?> answer, Reason reason, String detail) {
        handOver(answer, refused(reason, detail), clock.getAsLong());
    }

    private void complete(PendingAnswer<?> answer, Outcome outcome) {
        if (pending.remove(answer)) {
            long now = clock.getAsLong();
            results.execute(() -> handOver(answer, outcome, now));
        }
    }

    private void handOver(PendingAnswer<?> answer, Outcome outcome, long now) {
        try {
            answer.complete(outcome, now, requests.listener());
        } finally {
            held.decrementAndGet();
        }
    }

    private static Outcome refused(Reason reason, String detail) {
        return new Outcome.Failed(QueryFailure.notSent(reason, detail));
    }
}
