package io.callport.kafka.loop;

import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Records every call, and gives each result some headers. */
final class RecordingTracing implements Tracing {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> headersWanted;
    final Map<String, String> given = new HashMap<>();
    volatile boolean fails;

    RecordingTracing(String... headersWanted) {
        this.headersWanted = List.of(headersWanted);
    }

    @Override
    public CommandTrace commandRead(TracedCommand command) {
        String headers = headersWanted.stream()
                .map(name -> " " + name + "=" + command.headers().get(name))
                .reduce("", String::concat);
        record("read " + command.id() + " " + command.query() + headers);
        return new Trace(command.id());
    }

    @Override
    public RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
        Thread thread = Thread.currentThread();
        record("starts " + commands.stream().map(it -> ((Trace) it).id).toList());
        return new RequestTrace() {
            @Override
            public void ended(Outcome outcome) {
                boolean same = thread == Thread.currentThread();
                record("ended " + (same ? "there" : "elsewhere")
                        + outcome.<String>fold(a -> "", f -> " " + f.reason()));
            }
        };
    }

    private void record(String what) {
        calls.add(what);
        if (fails) {
            throw new IllegalStateException("as planned");
        }
    }

    private final class Trace implements CommandTrace {
        private final String id;

        Trace(String id) {
            this.id = id;
        }

        @Override
        public Map<String, String> resultReady() {
            record("ready " + id);
            return given;
        }

        @Override
        public void resultPublished(String topic, @Nullable Reason refused) {
            record("published " + id + " " + topic.replaceFirst("^[^.]*", "") + (refused == null ? "" : " " + refused));
        }

        @Override
        public void handedOver() {
            record("left " + id);
        }
    }
}
