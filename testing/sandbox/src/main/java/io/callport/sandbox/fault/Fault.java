package io.callport.sandbox.fault;

import io.callport.sandbox.field.Field;
import io.callport.sandbox.field.InvalidFieldException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault to arm: its kind, its number of requests, and its target. Valid by construction. A fault affects only
 * requests that passed the vendor's checks and are within the limit, since only such requests would have been answered.
 *
 * @param kind the kind of fault
 * @param fields the fields of that kind, by name
 * @param times the number of requests that the fault affects before it is spent: 1 to 1,000,000
 * @param account the affected account, as {@code vendor:key}; null for all accounts
 * @param path the affected request path; null for all paths
 */
public record Fault(
        FaultKind kind,
        Map<String, Object> fields,
        int times,
        @Nullable String account,
        @Nullable String path) {

    private static final Field TIMES = Field.number("times", 1, 1_000_000);

    /** @throws InvalidFieldException if a field is missing, unknown or not of its type */
    public Fault {
        fields = Map.copyOf(fields);
        Field.checkAll(kind.label(), kind.fields(), fields);
        TIMES.check(Map.of(TIMES.name(), times));
        if (path != null && !path.startsWith("/")) {
            throw new InvalidFieldException("path", "a request path, as in /openapi/v1/call/query/number", "is none");
        }
    }

    /** Makes a fault without fields, for the next request of any account. */
    public static Fault of(FaultKind kind) {
        return of(kind, Map.of());
    }

    /**
     * Makes a fault with one field, as in {@code of(FaultKind.LATENCY, "millis", 500)}, for the next request of any
     * account.
     */
    public static Fault of(FaultKind kind, String field, Object value) {
        return of(kind, Map.of(field, value));
    }

    /** Makes a fault with these fields, for the next request of any account. */
    public static Fault of(FaultKind kind, Map<String, Object> fields) {
        return new Fault(kind, fields, 1, null, null);
    }

    /** A copy for that many requests. */
    public Fault times(int count) {
        return new Fault(kind, fields, count, account, path);
    }

    /** A copy for one account only, as {@code vendor:key}. */
    public Fault on(String onlyAccount) {
        return new Fault(kind, fields, times, onlyAccount, path);
    }

    /** A copy for one request path only. */
    public Fault at(String onlyPath) {
        return new Fault(kind, fields, times, account, onlyPath);
    }

    /** A copy with one more field, as in {@code with("millis", 500)}. */
    public Fault with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(field, value);
        return new Fault(kind, more, times, account, path);
    }

    /** The number in a field, or the other number if the field was left out. */
    public int number(String field, int otherwise) {
        return fields.get(field) instanceof Integer number ? number : otherwise;
    }

    /** The text in a field, or the other text if the field was left out. */
    public String text(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise).toString();
    }

    /** The field {@code code} for a vendor whose codes are numbers; 1 if the field holds another text. */
    public int code() {
        String code = text("code", "");
        return code.matches("-?[0-9]{1,9}") ? Integer.parseInt(code) : 1;
    }

    boolean concerns(String someAccount, String somePath) {
        boolean vendor = kind != FaultKind.WRONG_SIGNATURE || someAccount.startsWith("callbot:");
        return vendor && (account == null || account.equals(someAccount)) && (path == null || path.equals(somePath));
    }
}
