package io.callport.kafka.command;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.command.ConfiguredAccounts.ConfiguredAccount;
import io.callport.kafka.origin.OriginTags;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.topics.TopicView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The home of an account: the one partition where its commands are processed, and whose owner alone counts its budget.
 *
 * @param topic the account's command topic
 * @param partition the murmur2 hash of the account, modulo the partitions
 * @param key the account, as the key of its records
 */
@SuppressWarnings("ArrayRecordComponent") // homes are never compared
record HomePartition(String topic, int partition, byte[] key) {
    private static final Set<String> OWN_HEADERS = Set.of(Origin.HEADER, Origin.TAG, Origin.TIMESTAMP);

    static HomePartition of(ConfiguredAccount configured, TopicSettings settings, TopicView view) {
        String topic = settings.ofVendor(configured.account().vendor()).commands();
        return new HomePartition(topic, view.partitionOf(topic, configured.key()), configured.key());
    }

    boolean isHere(InboundRecord record) {
        return record.topic().equals(topic) && record.partition() == partition;
    }

    /** The timestamp of the first record: a command that was re-routed may have it in a header. */
    static long timestamp(InboundRecord record, Origin origin) {
        byte[] header = origin.hops() > 0 ? record.header(Origin.TIMESTAMP) : null;
        if (header == null) {
            return record.timestamp();
        }
        String text = RecordHeader.text(header);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : record.timestamp();
    }

    /**
     * The record for the home: the same value, timestamp and headers, with its origin and one more hop.
     *
     * @param originKey the key of the home's topic
     */
    OutboundRecord reroute(InboundRecord record, Origin origin, OriginKey originKey) {
        List<RecordHeader> headers = new ArrayList<>(record.headers());
        headers.removeIf(header -> OWN_HEADERS.contains(header.name()));
        headers.addAll(OriginTags.rerouted(origin, record.value(), originKey));
        long first = timestamp(record, origin);
        Long timestamp = first < 0 ? null : first;
        return new OutboundRecord(topic, partition, timestamp, key, record.value(), headers);
    }
}
