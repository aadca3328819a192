package io.callport.sandbox.fault;

import static io.callport.sandbox.field.Field.number;
import static io.callport.sandbox.field.Field.oneOf;
import static io.callport.sandbox.field.Field.text;
import static io.callport.sandbox.field.Field.textOrNumber;

import io.callport.sandbox.field.Field;
import io.callport.sandbox.field.InvalidFieldException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of fault. Each takes the optional field {@code millis} (0 to 600000), a delay before the fault takes
 * effect, and the fields named at the kind.
 */
public enum FaultKind {
    /** The right answer, {@code millis} late (required here). */
    LATENCY("latency", number("millis", 0, FaultKind.MAX_DELAY).mandatory()),
    /**
     * HTTP {@code status} (200 to 599, required) with {@code body} (text) and {@code retryAfter} (a Retry-After
     * header).
     */
    STATUS("status", number("status", 200, 599).mandatory(), text("body", 65_536), textOrNumber("retryAfter")),
    /** A TCP reset before any byte of an answer. */
    RESET("reset"),
    /** A TCP reset after the headers and half the body. */
    RESET_IN_BODY("reset-in-body"),
    /** An orderly end of the connection before any byte of an answer. */
    CLOSE("close"),
    /** HTTP 200 with a text that is not JSON. */
    GARBAGE("garbage"),
    /** Bytes that are not HTTP, then the end of the connection. */
    NOT_HTTP("not-http"),
    /** A Content-Length that promises the whole body, half of it, then an orderly end of the connection. */
    TRUNCATED("truncated"),
    /** No byte of an answer; the connection stays open until the client or the sandbox closes it. */
    STALL_HEADERS("stall-headers"),
    /** The headers and half the body, then nothing more; the connection stays open. */
    STALL_BODY("stall-body"),
    /** A body that never ends, sent as fast as the client reads it or, with {@code pauseMillis}, a chunk at a time. */
    ENDLESS("endless", number("pauseMillis", 0, 60_000)),
    /**
     * HTTP 302 to {@code location}, by default {@code /elsewhere} on the sandbox, which logs a client that follows it.
     */
    REDIRECT("redirect", text("location", 2_000)),
    /** Callbot only: a response signature that is wrong. */
    WRONG_SIGNATURE("wrong-signature"),
    /**
     * Another envelope by {@code variant} (required): {@code ping}, Callbot's code/msg/reqId/data/timestamp;
     * {@code no-request-info}, 7moor's without {@code requestInfo}; {@code bare}, the data alone.
     */
    ENVELOPE(
            "envelope",
            oneOf("variant", List.of("ping", "no-request-info", "bare")).mandatory()),
    /** The right data with numbers as text, flags as {@code "0"}, {@code 0} and {@code false} by turns. */
    LOOSE_TYPES("loose-types"),
    /** An answer of exactly {@code bytes} (1 to 268435456, required; never less than the plain answer): many items. */
    HUGE("huge", number("bytes", 1, 268_435_456).mandatory()),
    /** The right envelope without {@code data}. */
    MISSING_DATA("missing-data"),
    /**
     * The vendor's failure envelope with {@code code} (text or number, required) and {@code message}, over HTTP 200.
     */
    CODE("code", textOrNumber("code").mandatory(), text("message", 1_000));

    private static final int MAX_DELAY = 600_000;

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list of records
    private final List<Field> fields;

    FaultKind(String label, Field... own) {
        this.label = label;
        boolean delayed = Arrays.stream(own).anyMatch(field -> field.name().equals("millis"));
        this.fields = delayed
                ? List.of(own)
                : Stream.concat(Arrays.stream(own), Stream.of(number("millis", 0, FaultKind.MAX_DELAY)))
                        .toList();
    }

    /** The name in JSON and in verdicts, as in {@code stall-body}. */
    public String label() {
        return label;
    }

    /** The names of the fields that this kind takes, besides the fields that every fault takes. */
    public List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    /**
     * Finds the kind of that name.
     *
     * @throws InvalidFieldException if there is no such kind; the message lists all kinds
     */
    public static FaultKind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException("fault", allowed(), "is unknown"));
    }

    /** Lists all names, in words for people. */
    static String allowed() {
        return "one of " + Arrays.stream(values()).map(FaultKind::label).toList();
    }

    List<Field> fields() {
        return fields;
    }
}
