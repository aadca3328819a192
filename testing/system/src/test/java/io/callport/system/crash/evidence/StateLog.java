package io.callport.system.crash.evidence;

import io.callport.kafka.changelog.StateContents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * All committed records of accounts on the state topic, in order. The broker of a run compacts nothing, so the topic
 * has every record that was ever written.
 */
public final class StateLog {
    private static final String ACCOUNT = "account/";

    private final Map<Place, List<AccountRecord>> byPlace = new HashMap<>();
    private final CommitTimes commits;

    private record Place(int partition, String account) {}

    private StateLog(CommitTimes commits) {
        this.commits = commits;
    }

    /** Reads the records that are committed by now. */
    public static StateLog read(String bootstrapServers) {
        StateLog log = new StateLog(CommitTimes.read(bootstrapServers));
        TopicReader.read(bootstrapServers, Topics.STATE, log::add);
        return log;
    }

    /** The records of an account on one partition, in order. */
    public List<AccountRecord> of(int partition, String account) {
        return byPlace.getOrDefault(new Place(partition, account), List.of());
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        StateContents contents = new StateContents();
        contents.add(record.offset(), record.key(), record.value());
        if (contents.problem() != null) {
            throw new IllegalStateException(TopicReader.place(record) + ": " + contents.problem());
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(ACCOUNT)) {
            Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Instant committedAt = commits.after(partition, writtenAt)
                    .orElseThrow(() -> new IllegalStateException(
                            TopicReader.place(record) + ": was written outside of a transaction"));
            AccountRecord read = new AccountRecord(
                    committedAt,
                    writtenAt,
                    record.offset(),
                    contents.accounts().values().stream().findFirst().orElse(null));
            byPlace.computeIfAbsent(
                            new Place(record.partition(), key.substring(ACCOUNT.length())), it -> new ArrayList<>())
                    .add(read);
        }
    }
}
