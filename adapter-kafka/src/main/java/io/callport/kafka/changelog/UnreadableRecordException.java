package io.callport.kafka.changelog;

/**
 * A record of the state topic that this release cannot read. The message goes on after the record's name: "is …; do …".
 */
final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnreadableRecordException(String message) {
        super(message);
    }

    static UnreadableRecordException damaged(String why) {
        return new UnreadableRecordException(
                "is damaged (" + why + "); stop every instance, delete the state topic, reset"
                        + " the group's offsets with kafka-consumer-groups, and expect results of commands behind them twice and"
                        + " every account to count as spent for one window");
    }

    static UnreadableRecordException newer(int version) {
        return new UnreadableRecordException(
                "has version " + version + ", which a newer release has written; start that release here");
    }

    static UnreadableRecordException unknownKey() {
        return new UnreadableRecordException(
                "has a key that this release does not know; if a newer release has written it,"
                        + " start that release here; if another program has, keep it away from this topic, write a record with"
                        + " the same key and no value, and wait until Kafka has compacted the topic");
    }
}
