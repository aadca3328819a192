package io.callport.kafka.message;

import io.callport.kafka.TopicSettings;
import io.callport.kafka.topics.TopicView;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's result goes.
 *
 * @param topic one that exists
 * @param partition the one asked for; {@code null} for the account's own
 */
record Destination(String topic, @Nullable Integer partition) {
    private static final String REPLY_TOPIC = "kafka_replyTopic";
    private static final String REPLY_PARTITION = "kafka_replyPartition";

    /** The reply topic that a command names, if it names one. */
    static @Nullable Destination named(InboundRecord record, TopicSettings settings, TopicView view)
            throws InvalidCommandException {
        byte[] header = record.header(REPLY_TOPIC);
        if (header == null) {
            return null;
        }
        String topic = RecordHeader.text(header);
        if (!settings.replies().contains(topic)) {
            throw new InvalidCommandException(REPLY_TOPIC + ": is not among the topics that topics.replies allows");
        }
        if (!view.exists(topic)) {
            throw new InvalidCommandException(REPLY_TOPIC + ": topic " + topic + " does not exist");
        }
        return new Destination(topic, partition(record, topic, view));
    }

    private static @Nullable Integer partition(InboundRecord record, String topic, TopicView view)
            throws InvalidCommandException {
        byte[] header = record.header(REPLY_PARTITION);
        if (header == null) {
            return null;
        }
        if (header.length != Integer.BYTES) {
            throw new InvalidCommandException(
                    REPLY_PARTITION + ": must be a 4-byte integer, but has " + header.length + " bytes");
        }
        int partition = ByteBuffer.wrap(header).getInt();
        if (!view.exists(topic, partition)) {
            throw new InvalidCommandException(REPLY_PARTITION + ": topic " + topic + " has no partition " + partition);
        }
        return partition;
    }
}
