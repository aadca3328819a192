package io.callport.contract.compatibility;

/** The users of a schema, who decide which changes break it. */
enum Direction {
    /** Publishers of commands: a command that was accepted must stay accepted. */
    ACCEPTED("publishers of v1 may send it as it was"),
    /** Readers of results: a published result must stay as the released schema says. */
    PUBLISHED("readers of v1 rely on it");

    private final String why;

    Direction(String why) {
        this.why = why;
    }

    /** The reason why a change is not allowed. */
    String why() {
        return why;
    }

    /** The direction of a file. */
    static Direction of(String file) {
        return file.startsWith("command") ? ACCEPTED : PUBLISHED;
    }
}
