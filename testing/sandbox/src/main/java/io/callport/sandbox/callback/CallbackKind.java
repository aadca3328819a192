package io.callport.sandbox.callback;

import java.util.Arrays;
import java.util.List;

/** The kinds of callback that the vendors document. */
public enum CallbackKind {
    /** Callbot: a call has ended ({@code callCallback}). */
    CALL("callbot.call"),
    /** Callbot: an order is complete ({@code orderCallback}). */
    ORDER("callbot.order"),
    /** Callbot: a task has changed its status ({@code taskCallback}). */
    TASK("callbot.task"),
    /** NXLink: the record of a manual call, signed, as since 2025. */
    RECORD("nxlink.record"),
    /** NXLink: the record of a manual call with a token in a header, as of 2023. */
    RECORD_WITH_TOKEN("nxlink.record-with-token"),
    /** 7moor: a call has entered a state; nothing is signed, and the URL holds a secret. */
    CALL_STATE("7moor.event");

    private final String label;

    CallbackKind(String label) {
        this.label = label;
    }

    /** The name in JSON: the vendor family, a dot and what is pushed. */
    public String label() {
        return label;
    }

    /** The vendor family, as in an account's id. */
    public String vendor() {
        return label.substring(0, label.indexOf('.'));
    }

    /** Lists the names of all kinds. */
    static List<String> labels() {
        return Arrays.stream(values()).map(CallbackKind::label).toList();
    }

    /** Finds the kind of that name, which must be one of {@link #labels}. */
    static CallbackKind labelled(String label) {
        return values()[labels().indexOf(label)];
    }
}
