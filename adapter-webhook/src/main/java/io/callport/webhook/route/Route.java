package io.callport.webhook.route;

import io.callport.catalog.Events;
import io.callport.event.EventType;

/** A kind of path that vendors push to. */
public enum Route {
    /** Callbot's calls. */
    CALLBOT_CALL,
    /** Callbot's orders. */
    CALLBOT_ORDER,
    /** Callbot's tasks. */
    CALLBOT_TASK,
    /** NXLink's records, signed. */
    NXLINK_SIGNED,
    /** NXLink's records of the older generation, with a token; the path names the account. */
    NXLINK_TOKEN,
    /** 7moor's events, with a secret in the path, which names the account too. */
    MOOR;

    /** The kind of event that the path says. */
    public EventType<?> event() {
        return switch (this) {
            case CALLBOT_CALL -> Events.CALL;
            case CALLBOT_ORDER -> Events.ORDER;
            case CALLBOT_TASK -> Events.TASK;
            case NXLINK_SIGNED, NXLINK_TOKEN -> Events.RECORD;
            case MOOR -> Events.CALL_STATE;
        };
    }
}
