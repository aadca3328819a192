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
 * Makes requests on the threads of an executor. Each request that starts here ends exactly once, whatever the executor,
 * the port and the code around the request throw: a request that was not begun is <em>not made</em>, so that it spends
 * no budget and is tried again. Thread-safe.
 *
 * @param threads the executor of the requests: a task is a request, which blocks until the vendor has answered
 * @param ports the function from a vendor to its ports, called on a request's thread
 */
public record RequestExecutor(Executor threads, Function<String, Ports> ports) {
    /** Runs on a request's thread around the request. */
    @FunctionalInterface
    public interface Interceptor {
        /**
         * Makes the request, or does not.
         *
         * @param request makes the request at its first call, and then returns the same outcome; never throws an
         *     exception
         * @return the outcome of the request, or of a request that was not made
         */
        Outcome intercept(Supplier<Outcome> request);
    }

    /** Receives the end of a request, on the request's thread, or on the caller's if no thread runs the request. */
    @FunctionalInterface
    public interface EndListener {
        /**
         * A request ended.
         *
         * @param thrown the cause that broke the request down or kept it from its thread; {@code null} if there is none
         */
        void requestEnded(Outcome outcome, @Nullable Throwable thrown);
    }

    /** A request that was given to a thread. Thread-safe. */
    public interface Started {
        /** Whether the request has begun, or ended. */
        boolean begun();

        /**
         * Ends the request as one that was not made, unless it has begun: then nothing happens. For executors that drop
         * tasks, or let them wait.
         */
        void cancel(String why);
    }

    /** The outcome of a request that was not made. */
    public static Outcome notMade(String why) {
        return new Outcome.Failed(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, why));
    }

    /** Starts a request on a thread. */
    public Started start(Request request, Interceptor interceptor, EndListener listener) {
        Task task = new Task(request, interceptor, listener);
        try {
            threads.execute(task);
        } catch (RuntimeException | Error e) { // rejected, no thread is left, or the application's executor is broken
            task.cancel("No thread could be started for the request", e);
        }
        return task;
    }

    private final class Task implements Runnable, Started {
        private final AtomicBoolean begun = new AtomicBoolean();
        private final Request request;
        private final Interceptor interceptor;
        private final EndListener listener;
        private final ReentrantLock once = new ReentrantLock();
        private @Nullable Outcome requestOutcome; // written under the lock only

        Task(Request request, Interceptor interceptor, EndListener listener) {
            this.request = request;
            this.interceptor = interceptor;
            this.listener = listener;
        }

        @Override
        public void run() {
            if (begun.getAndSet(true)) {
                return; // cancelled, or run once already
            }
            Outcome outcome = Request.BROKEN;
            Throwable thrown = null;
            try {
                outcome = interceptor.intercept(this::ask);
            } catch (RuntimeException | Error e) {
                thrown = e;
                outcome = broken();
            } finally {
                listener.requestEnded(outcome, thrown);
            }
        }

        private Outcome ask() {
            once.lock(); // what surrounds the request may move the request to another thread
            try {
                if (requestOutcome == null) {
                    requestOutcome = Request.BROKEN; // stays if an Error ends the request
                    requestOutcome =
                            request.ask(Ports.lazily(ports, request.account().vendor()));
                }
                return requestOutcome;
            } finally {
                once.unlock();
            }
        }

        private Outcome broken() {
            once.lock();
            try {
                return requestOutcome == null
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
        public void cancel(String why) {
            cancel(why, null);
        }

        private void cancel(String why, @Nullable Throwable thrown) {
            if (!begun.getAndSet(true)) {
                listener.requestEnded(notMade(why), thrown);
            }
        }
    }
}
