package io.callport.kafka.dispatch;

import io.callport.execution.BoundedThreads;
import io.callport.execution.RequestExecutor;
import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.result.WrittenAnswer;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.memory.AnswerMemory;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes requests in time and with their traces, and collects their ends for the loop. */
final class RequestRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestRunner.class);
    static final Outcome TOO_LATE =
            RequestExecutor.notMade("The request was not made, because it would have started too late");

    private final RequestExecutor executor;
    private final SafeTracing tracing;
    private final AnswerJson answers;
    private final AnswerMemory memory;
    private final Queue<Ended> endedRequests = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean threadsMissing = new AtomicBoolean();

    /**
     * A request that ended.
     *
     * @param at the time of the end, on the monotonic clock
     */
    record Ended(Request request, Outcome outcome, long at) {}

    /**
     * Makes requests on threads of its own.
     *
     * @param answers writes each answer on its request's thread, so that what was parsed of it is held no longer
     * @param maxRequests the most requests in flight, and so the most threads
     */
    RequestRunner(
            Function<String, Ports> ports,
            SafeTracing tracing,
            AnswerJson answers,
            int maxRequests,
            AnswerMemory memory) {
        this(ports, tracing, answers, new BoundedThreads("callport-request-", maxRequests), memory);
    }

    /** Makes requests on the given threads. */
    RequestRunner(
            Function<String, Ports> ports,
            SafeTracing tracing,
            AnswerJson answers,
            Executor threads,
            AnswerMemory memory) {
        this.executor = new RequestExecutor(threads, ports);
        this.tracing = tracing;
        this.answers = answers;
        this.memory = memory;
    }

    /**
     * Makes a request, unless the time for the request is over.
     *
     * @param notAfter the latest start, on the monotonic clock: later the account's owner may not know of the request
     *     any more
     * @param traces the traces of the commands that the request answers
     */
    void start(Request request, long notAfter, List<CommandTrace> traces) {
        memory.requestStarted();
        executor.start(
                request,
                ask -> System.nanoTime() - notAfter > 0 ? TOO_LATE : traced(request, traces, ask),
                (outcome, thrown) -> ended(request, outcome, thrown));
    }

    /** Removes and returns the next request that ended; {@code null} if there is none. */
    @Nullable
    Ended poll() {
        Ended next = endedRequests.poll();
        if (next != null) {
            memory.release(weight(next.outcome));
            memory.requestEnded();
        }
        return next;
    }

    /** The bytes that an outcome takes from its end until the loop polls it. */
    static long weight(Outcome outcome) {
        return outcome.fold(answer -> answer instanceof WrittenAnswer written ? written.weight() : 0L, failure -> 0L);
    }

    @Override
    public void close() {
        if (executor.threads() instanceof BoundedThreads threads) {
            threads.close();
        }
    }

    private Outcome traced(Request request, List<CommandTrace> traces, Supplier<Outcome> ask) {
        RequestTrace trace = tracing.requestStarts(request, traces);
        Outcome outcome = Request.BROKEN;
        try {
            outcome = ask.get();
            return writeAnswer(outcome);
        } finally {
            tracing.requestEnded(trace, outcome);
        }
    }

    private Outcome writeAnswer(Outcome outcome) {
        return outcome.fold(answer -> new Outcome.Answered(answers.write(answer)), Outcome.Failed::new);
    }

    private void ended(Request request, Outcome outcome, @Nullable Throwable thrown) {
        memory.hold(weight(outcome));
        endedRequests.add(new Ended(request, outcome, System.nanoTime()));
        if (thrown == null) {
            threadsMissing.set(false);
        } else if (outcome.equals(Request.BROKEN)) { // thrown further, the JVM would print it in a format of its own
            LOG.atWarn()
                    .setCause(thrown)
                    .addKeyValue("account", request.account())
                    .log("A request broke down inside Callport");
            if (thrown instanceof Error error) {
                UncaughtExceptions.report(error);
            }
        } else if (threadsMissing.compareAndSet(false, true)) {
            LOG.atWarn().setCause(thrown).log("No thread could be started for a request; logged once until one can");
        }
    }
}
