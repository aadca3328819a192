package io.callport.http.reply;

import static io.callport.query.Reason.MALFORMED_ANSWER;
import static io.callport.query.Reason.VENDOR_REFUSED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;

import io.callport.http.settings.CodeMeaning;
import io.callport.query.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of one vendor's codes. A code in the table may end in {@code x} for any last digit. For a code that is
 * not in the table the HTTP status decides; where that is a success, the vendor refused the query.
 */
public final class ReasonTable {
    /** Statuses with a meaning of their own. A gateway answers 403 for one parameter, but 401 for a signature. */
    private static final Map<Integer, CodeMeaning> STATUSES = Map.of(
            401, CodeMeaning.UNAUTHORIZED,
            403, CodeMeaning.FORBIDDEN,
            408, CodeMeaning.ofQuery(VENDOR_UNAVAILABLE),
            429, CodeMeaning.TOO_OFTEN);

    private static final Map<Integer, Reason> STATUS_CLASSES =
            Map.of(2, VENDOR_REFUSED, 3, VENDOR_REFUSED, 4, VENDOR_REFUSED, 5, VENDOR_UNAVAILABLE);

    /** Words for a wrong timestamp in vendors' messages. "Time" alone is too little: parameters have times too. */
    private static final Pattern TIMESTAMP = Pattern.compile(
            "time.?stamp|clock|skew|request (has |is )?(expired|too old)|时间戳|请求已?过期|请求时间", Pattern.CASE_INSENSITIVE);

    private static final int MAX_READ = 1_000;

    private final List<Map<String, CodeMeaning>> tables;
    private final Set<String> timestampCodes;

    /**
     * A table of the vendor's documented codes and the configured ones, which come first.
     *
     * @param timestampCodes the documented codes of a request whose timestamp is refused
     */
    public ReasonTable(
            Map<String, CodeMeaning> documented, Map<String, CodeMeaning> configured, Set<String> timestampCodes) {
        this.timestampCodes = Set.copyOf(timestampCodes);
        tables = List.of(Map.copyOf(configured), Map.copyOf(documented));
    }

    CodeMeaning of(int httpStatus, @Nullable String code) {
        return code == null ? ofStatus(httpStatus) : named(code).findFirst().orElseGet(() -> ofStatus(httpStatus));
    }

    /** Whether the vendor says that the timestamp is wrong: by its code, or, where that is not known, in words. */
    boolean namesTimestamp(Envelope envelope) {
        String message = envelope.message();
        if (envelope.code() != null && timestampCodes.contains(envelope.code())) {
            return true;
        }
        return message != null
                && !knows(envelope)
                && TIMESTAMP
                        .matcher(message)
                        .region(0, Math.min(message.length(), MAX_READ))
                        .find();
    }

    /** Whether the code is in the table. */
    boolean knows(@Nullable Envelope envelope) {
        return envelope != null
                && envelope.code() != null
                && named(envelope.code()).findFirst().isPresent();
    }

    private Stream<CodeMeaning> named(String code) {
        return tables.stream()
                .flatMap(table -> Stream.of(code, anyLastDigit(code)).map(table::get))
                .filter(Objects::nonNull);
    }

    private static CodeMeaning ofStatus(int status) {
        CodeMeaning meaning = STATUSES.get(status);
        return meaning == null
                ? CodeMeaning.ofQuery(STATUS_CLASSES.getOrDefault(status / 100, MALFORMED_ANSWER))
                : meaning;
    }

    private static String anyLastDigit(String code) {
        return code.isEmpty() ? code : code.substring(0, code.length() - 1) + "x";
    }
}
