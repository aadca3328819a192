package io.callport.kafka.loop;

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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever follows commands what happens to them, and keeps its mistakes from them. Thread-safe, as tracing is. */
final class SafeTracing {
    /** How many commands of a request are told; what links traces takes no more by default. */
    static final int MOST_COMMANDS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(SafeTracing.class);

    private final Tracing tracing;
    private final boolean off;
    private final AtomicBoolean failed = new AtomicBoolean();

    SafeTracing(Tracing tracing) {
        this.tracing = tracing;
        this.off = tracing == Tracing.NONE;
    }

    /** Whether there is nobody to tell. */
    boolean off() {
        return off;
    }

    CommandTrace commandRead(CommandContext command, InboundRecord record) {
        if (off) {
            return CommandTrace.NONE;
        }
        return told(
                () -> tracing.commandRead(new TracedCommand(
                        record.topic(),
                        Results.queryName(command),
                        command.account(),
                        command.commandId(),
                        name -> command.traceHeader(name, record))),
                CommandTrace.NONE);
    }

    /** The same, with the trace's headers for its result. */
    AcceptedCommand resultReady(AcceptedCommand asked) {
        if (asked.trace() == CommandTrace.NONE) {
            return asked;
        }
        return told(() -> traced(asked, asked.trace().resultReady()), asked);
    }

    private static AcceptedCommand traced(AcceptedCommand asked, Map<String, String> headers) {
        return new AcceptedCommand(asked.command().traced(headers), asked.progress(), asked.offset(), asked.trace());
    }

    void resultPublished(CommandTrace trace, String topic, @Nullable Reason refused) {
        tell(() -> trace.resultPublished(topic, refused));
    }

    void left(CommandTrace trace) {
        tell(trace::left);
    }

    RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
        return off ? RequestTrace.NONE : told(() -> tracing.requestStarts(request, commands), RequestTrace.NONE);
    }

    void requestEnded(RequestTrace trace, Outcome outcome) {
        tell(() -> trace.ended(outcome));
    }

    private void tell(Runnable what) {
        told(
                () -> {
                    what.run();
                    return true;
                },
                false);
    }

    private <T> T told(Supplier<T> what, T otherwise) {
        try {
            return Objects.requireNonNull(what.get(), "what the tracer returned");
        } catch (RuntimeException | LinkageError | AssertionError e) { // such as a bridge of another version
            if (failed.compareAndSet(false, true)) {
                LOG.warn("Tracing failed; told once", e);
            }
            return otherwise;
        }
    }
}
