package io.callport.kafka.loop;

import io.callport.query.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line for what became of each record, at {@code DEBUG}: refusals are expected, and thousands of them no news. */
final class ResultLog {
    private static final Logger LOG = LoggerFactory.getLogger(ResultLog.class);

    private ResultLog() {}

    static void published(AcceptedCommand asked, @Nullable Reason refused, Duration latency) {
        of(asked)
                .addKeyValue("query", asked.command().query())
                .addKeyValue("outcome", refused == null ? "answered" : refused.code())
                .addKeyValue("latency", latency)
                .log("Published a result");
    }

    static void rerouted(AcceptedCommand asked) {
        of(asked).log("Brought a command to its account's partition");
    }

    static void deadLetter(String place, String why) {
        LOG.atDebug().addKeyValue("record", place).addKeyValue("why", why).log("Published a dead letter");
    }

    private static LoggingEventBuilder of(AcceptedCommand asked) {
        return LOG.atDebug()
                .addKeyValue("account", asked.command().account())
                .addKeyValue("command", asked.command().commandId())
                .addKeyValue("partition", asked.progress().partition())
                .addKeyValue("offset", asked.offset());
    }
}
