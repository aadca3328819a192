package io.callport.kafka.publish;

import io.callport.kafka.dispatch.CommandAtOffset;
import io.callport.query.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs each published record at {@code DEBUG}, because refusals are normal and can be many. */
final class ResultLog {
    private static final Logger LOG = LoggerFactory.getLogger(ResultLog.class);

    private ResultLog() {}

    static void published(CommandAtOffset command, @Nullable Reason refused, Duration latency) {
        of(command)
                .addKeyValue("query", command.context().query())
                .addKeyValue("outcome", refused == null ? "answered" : refused.code())
                .addKeyValue("latency", latency)
                .log("Published a result");
    }

    static void rerouted(CommandAtOffset command) {
        of(command).log("Brought a command to its account's partition");
    }

    static void deadLetter(String position, String why) {
        LOG.atDebug().addKeyValue("record", position).addKeyValue("why", why).log("Published a dead letter");
    }

    private static LoggingEventBuilder of(CommandAtOffset command) {
        return LOG.atDebug()
                .addKeyValue("account", command.context().account())
                .addKeyValue("command", command.context().commandId())
                .addKeyValue("partition", command.progress().partition())
                .addKeyValue("offset", command.offset());
    }
}
