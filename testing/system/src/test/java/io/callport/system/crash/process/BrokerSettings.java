package io.callport.system.crash.process;

import io.callport.system.crash.plan.Plan;
import java.util.Map;

/** The broker settings of every run: short sessions, and no compaction, so that every state record is kept. */
final class BrokerSettings {
    private static final String SESSION = String.valueOf(Plan.SESSION.toMillis());

    static final Map<String, String> ALL = Map.of(
            "group.min.session.timeout.ms", "1000",
            "group.consumer.min.session.timeout.ms", "1000",
            "group.consumer.session.timeout.ms", SESSION,
            "group.consumer.min.heartbeat.interval.ms", "100",
            "group.consumer.heartbeat.interval.ms", "500",
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "500",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "log.cleaner.enable", "false",
            "auto.create.topics.enable", "false");

    private BrokerSettings() {}
}
