package io.callport.contract.compatibility;

/** Who is bound by a schema, and so which changes break whom. */
enum Direction {
    /** Publishers of commands: what was accepted must be accepted. */
    ACCEPTED("publishers of v1 may send it as it was"),
    /** Readers of results: what is published must be what they were told. */
    PUBLISHED("readers of v1 rely on it");

    private final String why;

    Direction(String why) {
        this.why = why;
    }

    /** Why what was changed must not be. */
    String why() {
        return why;
    }

    /** The direction of a file. */
    static Direction of(String file) {
        return file.startsWith("command") ? ACCEPTED : PUBLISHED;
    }
}
