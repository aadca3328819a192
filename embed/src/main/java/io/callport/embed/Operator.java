package io.callport.embed;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Sits at the switchboard: its one thread alone touches it, and sleeps until something happens or the switchboard wants to
 * be woken. No code of the application runs on that thread but what its queries' {@code equals} and {@code hashCode} do.
 */
final class Operator implements Runnable {
    private static final long NEVER = Long.MAX_VALUE;

    private final Switchboard<Asked<?>> switchboard;
    private final Workers workers;
    private final Executor results;
    private final Duration shutdown;
    private final LongSupplier clock;
    private final Inbox inbox;
    private final Set<Asked<?>> pending = ConcurrentHashMap.newKeySet();
    private final SplittableRandom random = new SplittableRandom();
    private long wakeAt = NEVER;
    private long giveUpAt = NEVER;

    Operator(EmbedSettings settings, Workers workers, Executor results) {
        this.switchboard = new Switchboard<>(settings.forSwitchboard());
        this.workers = workers;
        this.results = results;
        this.shutdown = settings.shutdown();
        this.clock = workers.clock();
        this.inbox = new Inbox(settings.limits().waiting());
    }

    /** Takes a command, or refuses it at once, on the calling thread. Thread-safe. */
    void take(Command<Asked<?>> command) {
        pending.add(command.origin());
        Inbox.Taken taken = inbox.ask(now -> switchboard.accept(command, now));
        if (taken == Inbox.Taken.FULL) {
            refuse(command.origin(), Reason.OVERLOADED, "Too many queries are asked at once");
        } else if (taken == Inbox.Taken.CLOSED) {
            refuse(command.origin(), Reason.EXPIRED, "Callport is closed");
        }
    }

    /** Takes no more, and ends {@link #run} as soon as nothing is in flight or the time to shut down is over. Thread-safe. */
    void close() {
        long until = clock.getAsLong() + shutdown.toNanos();
        inbox.close(now -> {
            switchboard.stop();
            giveUpAt = until;
        });
    }

    /** Looks at the clock again. Thread-safe. */
    void wake() {
        inbox.tell(now -> {});
    }

    @Override
    public void run() {
        try {
            while (!ended()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever closes it waits no longer
        } finally {
            inbox.close(now -> {});
            Outcome closed = refused(Reason.EXPIRED, "Callport was closed before there was an answer");
            pending.forEach(asked -> give(asked, closed));
        }
    }

    private void turn() throws InterruptedException {
        var tasks = inbox.take(Math.min(wakeAt, giveUpAt) - clock.getAsLong());
        long now = clock.getAsLong();
        tasks.forEach(task -> task.accept(now));
        Effects<Asked<?>> effects = switchboard.advance(now, random.nextDouble());
        effects.results().forEach(result -> give(result.command().origin(), result.outcome()));
        effects.requests().forEach(this::start);
        wakeAt = effects.wakeAt();
    }

    private void start(Request request) {
        workers.start(request, context(request), this::ended);
    }

    private UnaryOperator<Runnable> context(Request request) {
        if (workers.listener() == EmbedListener.NONE) {
            return UnaryOperator.identity();
        }
        return switchboard.origins(request, 1).stream()
                .map(Asked::context)
                .findFirst()
                .orElse(UnaryOperator.identity());
    }

    private void ended(Request request, Outcome outcome) {
        inbox.tell(now -> switchboard.ended(request, outcome, now));
    }

    private boolean ended() {
        boolean nothingToWaitFor = switchboard.requestsInFlight() == 0 || pending.isEmpty();
        return giveUpAt != NEVER && (nothingToWaitFor || clock.getAsLong() >= giveUpAt);
    }

    private void refuse(Asked<?> asked, Reason reason, String detail) {
        if (pending.remove(asked)) {
            asked.settle(refused(reason, detail), clock.getAsLong(), workers.listener());
        }
    }

    private void give(Asked<?> asked, Outcome outcome) {
        if (pending.remove(asked)) {
            asked.settleOn(results, outcome, clock.getAsLong(), workers.listener());
        }
    }

    private static Outcome refused(Reason reason, String detail) {
        return new Outcome.Failed(QueryFailure.notSent(reason, detail));
    }
}
