package io.callport.webhook.route;

import io.callport.catalog.Events;
import io.callport.event.EventType;

/** A kind of path that vendors push to. */
public enum Route {
    /** Callbot's calls. */
    CALLBOT_CALL(Events.CALL),
    /** Callbot's orders. */
    CALLBOT_ORDER(Events.ORDER),
    /** Callbot's tasks. */
    CALLBOT_TASK(Events.TASK),
    /** NXLink's records, signed. */
    NXLINK_SIGNED(Events.RECORD),
    /** NXLink's records of the older generation, with a token; the path names the account. */
    NXLINK_TOKEN(Events.RECORD),
    /** 7moor's events, with a secret in the path, which names the account too. */
    MOOR(Events.CALL_STATE);

    private final EventType<?> event;

    Route(EventType<?> event) {
        this.event = event;
    }

    /** The kind of event that the path says. */
    public EventType<?> event() {
        return event;
    }
}
