package io.callport.kafka.changelog;

/**
 * The group and the command topic that a state partition belongs to, as the record with the key "partition" has them.
 *
 * @param topicId the id of the command topic
 * @param partitions the number of the command topic's partitions when this was written
 * @param firstPartitions the number of the command topic's partitions when the group's state began
 */
public record PartitionIdentity(String groupId, String topicId, int partitions, int firstPartitions) {
    static final String KEY = "partition";

    /** @throws IllegalArgumentException if a number of partitions is below 1 */
    public PartitionIdentity {
        if (partitions < 1 || firstPartitions < 1) {
            throw new IllegalArgumentException("partition identity: must have 1 partition or more, but has "
                    + partitions + ", and had " + firstPartitions + " first");
        }
    }

    /** Returns the record that says this. */
    public StateRecord record() {
        return StateRecord.of(
                KEY,
                new ByteSink()
                        .putText(groupId)
                        .putText(topicId)
                        .putNumber(partitions)
                        .putNumber(firstPartitions));
    }

    static PartitionIdentity read(ByteSource content) throws UnreadableRecordException {
        PartitionIdentity identity = new PartitionIdentity(
                content.getText(),
                content.getText(),
                content.getNumber(1, Integer.MAX_VALUE),
                content.getNumber(1, Integer.MAX_VALUE));
        content.end();
        return identity;
    }
}
