package io.callport.webhook.route;

import io.callport.catalog.Events;
import io.callport.event.EventType;

/** A kind of path that vendors push to. */
public enum Route {
    /** The path of Callbot's calls. */
    CALLBOT_CALL,
    /** The path of Callbot's orders. */
    CALLBOT_ORDER,
    /** The path of Callbot's tasks. */
    CALLBOT_TASK,
    /** The path of NXLink's signed records. */
    NXLINK_SIGNED,
    /** The path of NXLink's records of the older generation, with a token; it names the account. */
    NXLINK_TOKEN,
    /** The path of 7moor's events, with a secret at its end; it names the account too. */
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
