package io.callport.kafka.dispatch;

import io.callport.kafka.client.DaemonThreads;
import io.callport.kafka.client.Errors;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.result.WrittenAnswer;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.memory.AnswerMemory;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests on its own threads, virtual ones where the JVM has them, and returns their outcomes. The switchboard
 * bounds the number of requests.
 */
final class RequestExecutor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestExecutor.class);
    static final Outcome TOO_LATE = notMade("The request was not made, because it would have started too late");

    private final Function<String, Ports> ports;
    private final SafeTracing tracing;
    private final AnswerJson answers;
    private final AnswerMemory memory;
    private final ExecutorService threads = threads();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    /**
     * A request that ended.
     *
     * @param at the time of the end, on the monotonic clock
     */
    record Ended(Request request, Outcome outcome, long at) {}

    /** @param answers writes each answer on its request's thread, so that what was parsed of it is held no longer */
    RequestExecutor(Function<String, Ports> ports, SafeTracing tracing, AnswerJson answers, AnswerMemory memory) {
        this.ports = ports;
        this.tracing = tracing;
        this.answers = answers;
        this.memory = memory;
    }

    /**
     * Makes a request, unless the time for the request is over.
     *
     * @param notAfter the latest start, on the monotonic clock: later the account's owner may not know of the request any
     *     more
     * @param commands the traces of the commands that the request answers
     */
    void start(Request request, long notAfter, List<CommandTrace> commands) {
        memory.hold(AnswerMemory.USUAL);
        threads.execute(() -> ask(request, notAfter, commands));
    }

    /** The outcome of a request that was not made. */
    static Outcome notMade(String why) {
        return new Outcome.Failed(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, why));
    }

    /** Removes and returns the next request that ended; {@code null} if there is none. */
    @Nullable
    Ended poll() {
        Ended next = ended.poll();
        if (next != null) {
            memory.release(AnswerMemory.USUAL + weight(next.outcome));
        }
        return next;
    }

    /** The bytes that an outcome takes from its end until the loop polls it. */
    static long weight(Outcome outcome) {
        return outcome.fold(answer -> answer instanceof WrittenAnswer written ? written.weight() : 0L, failure -> 0L);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void ask(Request request, long notAfter, List<CommandTrace> commands) {
        Outcome outcome = Request.BROKEN; // stays if the request throws: even then it ends
        try {
            outcome = System.nanoTime() - notAfter > 0 ? TOO_LATE : ask(request, commands);
        } catch (RuntimeException | Error e) { // thrown further, the JVM would print it in a format of its own
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("account", request.account())
                    .log("A request broke down inside Callport");
            if (e instanceof Error error) {
                Errors.report(error);
            }
        } finally {
            memory.hold(weight(outcome));
            ended.add(new Ended(request, outcome, System.nanoTime()));
        }
    }

    private Outcome ask(Request request, List<CommandTrace> commands) {
        RequestTrace trace = tracing.requestStarts(request, commands);
        Outcome outcome = Request.BROKEN;
        try {
            outcome = request.ask(Ports.lazily(ports, request.account().vendor()));
            return written(outcome);
        } finally {
            tracing.requestEnded(trace, outcome);
        }
    }

    private Outcome written(Outcome outcome) {
        return outcome.fold(answer -> new Outcome.Answered(answers.written(answer)), Outcome.Failed::new);
    }

    private static ExecutorService threads() {
        try {
            Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor"); // there since Java 21
            return (ExecutorService) virtual.invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(DaemonThreads.numbered("callport-request-"));
        }
    }
}
