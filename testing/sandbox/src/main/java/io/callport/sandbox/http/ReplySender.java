package io.callport.sandbox.http;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.sandbox.vendor.Reply;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Sends one reply: late if the fault says so, through Jetty if it is well-formed HTTP, else byte by byte. */
final class ReplySender {
    private final JettyExchange exchange;
    private final Clock clock;

    ReplySender(JettyExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    void send(ReplyWithFault outcome) {
        Fault fault = outcome.fault();
        int delay = fault == null ? 0 : fault.number("millis", 0);
        if (delay == 0) {
            sendNow(outcome);
        } else {
            scheduler().schedule(() -> sendNow(outcome), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void sendNow(ReplyWithFault outcome) {
        Reply reply = dated(outcome.reply());
        Fault fault = outcome.fault();
        if (!wired(reply, fault)) {
            Response response = exchange.response();
            response.setStatus(reply.status());
            reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.getHeaders().put("Content-Length", Integer.toString(reply.body().length));
            response.write(true, ByteBuffer.wrap(reply.body()), exchange.callback());
        }
    }

    /** Whether the fault is one of the wire's; if so it has been sent. Jetty's callback then stays open for good. */
    private boolean wired(Reply reply, @Nullable Fault fault) {
        FaultKind kind = fault == null ? FaultKind.LATENCY : fault.kind();
        RawConnection wire = new RawConnection(
                exchange.request().getConnectionMetaData().getConnection().getEndPoint());
        switch (kind) {
            case RESET -> wire.reset();
            case RESET_IN_BODY -> wire.sendHalf(reply, wire::reset);
            case CLOSE -> wire.close();
            case NOT_HTTP -> wire.sendNonsense();
            case TRUNCATED -> wire.sendHalf(reply, wire::close);
            case STALL_HEADERS -> wire.hold();
            case STALL_BODY -> wire.sendHalf(reply, wire::hold);
            case ENDLESS -> wire.sendEndless(reply, scheduler(), fault == null ? 0 : fault.number("pauseMillis", 0));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Reply dated(Reply reply) {
        return reply.with(Map.of(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC))));
    }

    private Scheduler scheduler() {
        return exchange.request().getComponents().getScheduler();
    }
}
