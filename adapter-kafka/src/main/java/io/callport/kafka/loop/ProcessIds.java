package io.callport.kafka.loop;

import java.util.UUID;

/** The names of this process to Kafka, which no other process has. One thread owns them. */
final class ProcessIds {
    private final String prefix;
    private final String groupInstanceId;
    private String transactionalId;

    /** @param group the group's id, with which the rights on transactional ids begin */
    ProcessIds(String group) {
        this.prefix = group + "-";
        this.groupInstanceId = "callport-" + UUID.randomUUID(); // a group's id may have characters that no member's may
        this.transactionalId = prefix + UUID.randomUUID();
    }

    /** The {@code group.instance.id} of this process's consumers, which follow each other. */
    String groupInstanceId() {
        return groupInstanceId;
    }

    /** The {@code transactional.id} of the next producer. */
    String transactionalId() {
        return transactionalId;
    }

    /** Changes to a transactional id that was never used. */
    void renewTransactionalId() {
        transactionalId = prefix + UUID.randomUUID();
    }
}
