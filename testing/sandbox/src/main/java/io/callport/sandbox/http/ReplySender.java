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

/** Sends one reply: late if the fault says so, through Jetty if it is well-formed HTTP, else as raw bytes. */
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
        if (!sentRaw(reply, fault)) {
            Response response = exchange.response();
            response.setStatus(reply.status());
            reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.getHeaders().put("Content-Length", Integer.toString(reply.body().length));
            response.write(true, ByteBuffer.wrap(reply.body()), exchange.callback());
        }
    }

    /**
     * Sends a reply that is not well-formed HTTP, if the fault asks for one; Jetty's callback then stays open for good.
     */
    private boolean sentRaw(Reply reply, @Nullable Fault fault) {
        FaultKind kind = fault == null ? FaultKind.LATENCY : fault.kind();
        RawConnection connection = new RawConnection(
                exchange.request().getConnectionMetaData().getConnection().getEndPoint());
        switch (kind) {
            case RESET -> connection.reset();
            case RESET_IN_BODY -> connection.sendHalf(reply, connection::reset);
            case CLOSE -> connection.close();
            case NOT_HTTP -> connection.sendNonHttp();
            case TRUNCATED -> connection.sendHalf(reply, connection::close);
            case STALL_HEADERS -> connection.hold();
            case STALL_BODY -> connection.sendHalf(reply, connection::hold);
            case ENDLESS ->
                connection.sendEndless(reply, scheduler(), fault == null ? 0 : fault.number("pauseMillis", 0));
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
