package io.callport.kafka.loop;

import java.util.UUID;

/** The transactional id of this process, which no other process has. One thread owns it. */
final class TransactionalId {
    private final String prefix;
    private String text;

    /** @param group the group's id, with which the rights on transactional ids begin */
    TransactionalId(String group) {
        this.prefix = group + "-";
        this.text = prefix + UUID.randomUUID();
    }

    String text() {
        return text;
    }

    /** Changes to an id that was never used. */
    void renew() {
        text = prefix + UUID.randomUUID();
    }
}
