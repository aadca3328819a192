package io.callport.kafka.command;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.topics.TopicView;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The topic and partition of a command's result.
 *
 * @param results the results topic
 * @param reply the reply topic that the command names, which replaces the results topic; {@code null} for none
 * @param replyPartition the partition that the command names; {@code null} for the account's own
 * @param problem why the reply topic is invalid and does not count; {@code null} if it is valid
 */
public record Destination(
        String results,
        @Nullable String reply,
        @Nullable Integer replyPartition,
        @Nullable String problem) {
    private static final String REPLY_TOPIC = "kafka_replyTopic";
    private static final String REPLY_PARTITION = "kafka_replyPartition";

    /** Chooses the results topic, or the reply topic that the command names. */
    static Destination of(InboundRecord record, String results, TopicSettings settings, TopicView view) {
        byte[] header = record.header(REPLY_TOPIC);
        if (header == null) {
            return new Destination(results, null, null, null);
        }
        try {
            String topic = existing(RecordHeader.text(header), record.topic(), settings, view);
            return new Destination(results, topic, partition(record, topic, view), null);
        } catch (InvalidCommandException e) {
            return new Destination(results, null, null, e.detail());
        }
    }

    /** The destination as the topics are now: the results topic, if the reply topic was deleted in the meantime. */
    public Destination in(TopicView view) {
        boolean gone = reply != null && !view.exists(reply, replyPartition == null ? 0 : replyPartition);
        return gone ? withoutReply() : this;
    }

    /** The results topic as the destination, even if the command names a reply topic. */
    Destination withoutReply() {
        return new Destination(results, null, null, problem);
    }

    /** The reply topic, or else the results topic. */
    public String topic() {
        return reply == null ? results : reply;
    }

    /** The partition that the command names, or else the partition of the key. */
    public int partition(TopicView view, byte[] key) {
        return replyPartition == null ? view.partitionOf(topic(), key) : replyPartition;
    }

    /**
     * Checks the reply topic. A reply topic is listed for the commands that it serves, so that the publishers of other
     * commands can put nothing there.
     */
    private static String existing(String topic, String commands, TopicSettings settings, TopicView view)
            throws InvalidCommandException {
        if (!settings.ofCommands(commands).replies().contains(topic)) {
            throw new InvalidCommandException(REPLY_TOPIC + ": is not among the topics that topics."
                    + settings.vendorOf(commands) + ".replies allows for commands on " + commands + "; add it there");
        }
        if (!view.exists(topic)) {
            throw new InvalidCommandException(REPLY_TOPIC + ": topic " + topic + " does not exist; create it");
        }
        return topic;
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
            throw new InvalidCommandException(REPLY_PARTITION + ": topic " + topic + " has no partition " + partition
                    + "; leave it out for the account's own");
        }
        return partition;
    }
}
