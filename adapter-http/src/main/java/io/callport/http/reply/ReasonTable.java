package io.callport.http.reply;

import static io.callport.query.Reason.MALFORMED_ANSWER;
import static io.callport.query.Reason.UNAUTHORIZED;
import static io.callport.query.Reason.VENDOR_REFUSED;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;

import io.callport.query.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of one vendor's codes. A code in the table may end in {@code x} for any last digit. For a code that is not in the
 * table the HTTP status decides; where that is a success, the vendor refused the query.
 */
public final class ReasonTable {
    private static final Map<Integer, Reason> STATUSES =
            Map.of(401, UNAUTHORIZED, 403, UNAUTHORIZED, 408, VENDOR_UNAVAILABLE, 429, VENDOR_UNAVAILABLE);

    private static final Map<Integer, Reason> STATUS_CLASSES =
            Map.of(2, VENDOR_REFUSED, 3, VENDOR_REFUSED, 4, VENDOR_REFUSED, 5, VENDOR_UNAVAILABLE);

    private final List<Map<String, Reason>> tables;

    /** A table of the vendor's documented codes and the configured ones, which come first. */
    public ReasonTable(Map<String, Reason> documented, Map<String, Reason> configured) {
        tables = List.of(Map.copyOf(configured), Map.copyOf(documented));
    }

    Reason of(int httpStatus, @Nullable String code) {
        return code == null ? ofStatus(httpStatus) : named(code).findFirst().orElseGet(() -> ofStatus(httpStatus));
    }

    private Stream<Reason> named(String code) {
        return tables.stream()
                .flatMap(table -> Stream.of(code, anyLastDigit(code)).map(table::get))
                .filter(Objects::nonNull);
    }

    private static Reason ofStatus(int status) {
        return STATUSES.getOrDefault(status, STATUS_CLASSES.getOrDefault(status / 100, MALFORMED_ANSWER));
    }

    private static String anyLastDigit(String code) {
        return code.isEmpty() ? code : code.substring(0, code.length() - 1) + "x";
    }
}
