package io.callport.execution;

import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests on the threads of an executor. Each request that starts here ends exactly once, whatever the executor, the port and
 * the code around the request throw: a request that was not begun is <em>not made</em>, so that it spends no budget and is tried
 * again. Thread-safe.
 *
 * @param threads the executor of the requests: a task is a request, which blocks until the vendor has answered
 * @param ports the function from a vendor to its ports, called on a request's thread
 */
public record RequestExecutor(Executor threads, Function<String, Ports> ports) {
    /** Runs on a request's thread around the request. */
    @FunctionalInterface
    public interface Surroundings {
        /**
         * Makes the request, or does not.
         *
         * @param request makes the request at its first call, and then returns the same outcome; never throws an exception
         * @return the outcome of the request, or of a request that was not made
         */
        Outcome around(Supplier<Outcome> request);
    }

    /** Receives the end of a request, on the request's thread, or on the caller's if no thread runs the request. */
    @FunctionalInterface
    public interface End {
        /**
         * A request ended.
         *
         * @param thrown what broke the request down or kept it from its thread; {@code null} if nothing did
         */
        void ended(Outcome outcome, @Nullable Throwable thrown);
    }

    /** A request that was given to a thread. Thread-safe. */
    public interface Started {
        /** Whether the request has begun, or ended. */
        boolean begun();

        /**
         * Ends the request as one that was not made, unless it has begun: then nothing happens. For executors that drop tasks, or
         * let them wait.
         */
        void giveUp(String why);
    }

    /** The outcome of a request that was not made. */
    public static Outcome notMade(String why) {
        return new Outcome.Failed(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, why));
    }

    /** Starts a request on a thread. */
    public Started start(Request request, Surroundings surroundings, End end) {
        Task task = new Task(request, surroundings, end);
        try {
            threads.execute(task);
        } catch (RuntimeException | Error e) { // rejected, no thread is left, or the application's executor is broken
            task.giveUp("No thread could be started for the request", e);
        }
        return task;
    }

    private final class Task implements Runnable, Started {
        private final AtomicBoolean begun = new AtomicBoolean();
        private final Request request;
        private final Surroundings surroundings;
        private final End end;
        private final ReentrantLock once = new ReentrantLock();
        private @Nullable Outcome asked; // written under the lock only

        Task(Request request, Surroundings surroundings, End end) {
            this.request = request;
            this.surroundings = surroundings;
            this.end = end;
        }

        @Override
        public void run() {
            if (begun.getAndSet(true)) {
                return; // given up, or run once already
            }
            Outcome outcome = Request.BROKEN;
            Throwable thrown = null;
            try {
                outcome = surroundings.around(this::ask);
            } catch (RuntimeException | Error e) {
                thrown = e;
                outcome = broken();
            } finally {
                end.ended(outcome, thrown);
            }
        }

        private Outcome ask() {
            once.lock(); // what surrounds the request may move it to another thread
            try {
                if (asked == null) {
                    asked = Request.BROKEN; // stays if an Error ends the request
                    asked = request.ask(Ports.lazily(ports, request.account().vendor()));
                }
                return asked;
            } finally {
                once.unlock();
            }
        }

        private Outcome broken() {
            once.lock();
            try {
                return asked == null
                        ? notMade("The request was not made, because what surrounds it broke down")
                        : Request.BROKEN;
            } finally {
                once.unlock();
            }
        }

        @Override
        public boolean begun() {
            return begun.get();
        }

        @Override
        public void giveUp(String why) {
            giveUp(why, null);
        }

        private void giveUp(String why, @Nullable Throwable thrown) {
            if (!begun.getAndSet(true)) {
                end.ended(notMade(why), thrown);
            }
        }
    }
}
