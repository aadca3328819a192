package io.callport.kafka.dispatch;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the tracer, and keeps the tracer's failures from the commands that are traced. Thread-safe, as tracing is. */
public final class SafeTracing {
    /** The most commands of one request that are reported; tracers take no more links by default. */
    static final int MAX_COMMANDS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(SafeTracing.class);

    private final Tracing tracing;
    private final boolean off;
    private final AtomicBoolean failed = new AtomicBoolean();

    public SafeTracing(Tracing tracing) {
        this.tracing = tracing;
        this.off = tracing == Tracing.NONE;
    }

    boolean isOff() {
        return off;
    }

    /** Starts the trace of a command that was read. */
    public CommandTrace commandRead(CommandContext command, InboundRecord record) {
        if (off) {
            return CommandTrace.NONE;
        }
        return call(
                () -> tracing.commandRead(new TracedCommand(
                        record.topic(),
                        command.knownQuery(),
                        command.account(),
                        command.commandId(),
                        name -> command.traceHeader(name, record))),
                CommandTrace.NONE);
    }

    /** A copy of the command with its trace's headers for the result. */
    public CommandAtOffset resultReady(CommandAtOffset command) {
        if (command.trace() == CommandTrace.NONE) {
            return command;
        }
        return call(() -> command.traced(command.trace().resultReady()), command);
    }

    public void resultPublished(CommandTrace trace, String topic, @Nullable Reason refused) {
        if (trace != CommandTrace.NONE) {
            run(() -> trace.resultPublished(topic, refused));
        }
    }

    public void handedOver(CommandTrace trace) {
        if (trace != CommandTrace.NONE) {
            run(trace::handedOver);
        }
    }

    RequestTrace requestStarts(Request request, List<CommandTrace> traces) {
        return off ? RequestTrace.NONE : call(() -> tracing.requestStarts(request, traces), RequestTrace.NONE);
    }

    void requestEnded(RequestTrace trace, Outcome outcome) {
        run(() -> trace.ended(outcome));
    }

    private void run(Runnable tracer) {
        call(
                () -> {
                    tracer.run();
                    return true;
                },
                false);
    }

    private <T> T call(Supplier<T> tracer, T otherwise) {
        try {
            return Objects.requireNonNull(tracer.get(), "what the tracer returned");
        } catch (RuntimeException | LinkageError | AssertionError e) { // such as a bridge of another version
            if (failed.compareAndSet(false, true)) {
                LOG.warn("Tracing failed; logged once", e);
            }
            return otherwise;
        }
    }
}
