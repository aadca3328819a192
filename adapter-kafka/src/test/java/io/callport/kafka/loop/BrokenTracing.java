package io.callport.kafka.loop;

import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fails for each command in the method, and in the way, that the command's id names, as a bridge of another version
 * does.
 */
final class BrokenTracing implements Tracing {
    static final List<String> METHODS = List.of("read", "starts", "ended", "ready", "published");
    static final List<String> WAYS = List.of("LinkageError", "AssertionError", "null");

    @SuppressWarnings("NullAway") // that is the point
    private static <T> T in(String method, String id, T otherwise) {
        if (id.equals(method + " LinkageError")) {
            throw new NoSuchMethodError("as planned");
        }
        if (id.equals(method + " AssertionError")) {
            throw new AssertionError("as planned");
        }
        return id.equals(method + " null") ? null : otherwise;
    }

    @Override
    public CommandTrace commandRead(TracedCommand command) {
        return in("read", command.id(), new Trace(command.id()));
    }

    @Override
    public RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
        String id = commands.get(0) instanceof Trace trace ? trace.id : "";
        RequestTrace started = new RequestTrace() {
            @Override
            public void ended(Outcome outcome) {
                in("ended", id, "");
            }
        };
        return in("starts", id, started);
    }

    private static final class Trace implements CommandTrace {
        private final String id;

        Trace(String id) {
            this.id = id;
        }

        @Override
        public Map<String, String> resultReady() {
            return in("ready", id, Map.of());
        }

        @Override
        public void resultPublished(String topic, @Nullable Reason refused) {
            in("published", id, "");
        }
    }
}
