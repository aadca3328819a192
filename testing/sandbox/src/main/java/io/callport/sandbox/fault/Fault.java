package io.callport.sandbox.fault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault to arm: what goes wrong, how often, and for whom. Valid by construction. It shows only to requests that passed the
 * vendor's checks and are within the limit, since those are the ones that would have been answered.
 *
 * @param kind what goes wrong
 * @param fields what the kind takes, by name
 * @param times how many requests it hits before it is spent: 1 to 1,000,000
 * @param account the account that it is for, as {@code vendor:key}; null for all
 * @param path the request path that it is for; null for all
 */
public record Fault(
        FaultKind kind,
        Map<String, Object> fields,
        int times,
        @Nullable String account,
        @Nullable String path) {

    private static final FaultField TIMES = FaultField.number("times", 1, 1_000_000);

    /** @throws InvalidFaultException if a field is missing, unknown or not of its type */
    public Fault {
        fields = Map.copyOf(fields);
        Set<String> unknown = new HashSet<>(fields.keySet());
        unknown.removeAll(kind.fieldNames());
        if (!unknown.isEmpty()) {
            throw new InvalidFaultException(
                    unknown.iterator().next(),
                    "left out: " + kind.label() + " takes " + kind.fieldNames(),
                    "is unknown");
        }
        for (FaultField field : kind.fields()) {
            field.check(fields);
        }
        TIMES.check(Map.of(TIMES.name(), times));
        if (path != null && !path.startsWith("/")) {
            throw new InvalidFaultException("path", "a request path, as in /openapi/v1/call/query/number", "is none");
        }
    }

    /** A fault that takes no field, for the next request of any account. */
    public static Fault of(FaultKind kind) {
        return of(kind, Map.of());
    }

    /** A fault with one field, as in {@code of(FaultKind.LATENCY, "millis", 500)}, for the next request of any account. */
    public static Fault of(FaultKind kind, String field, Object value) {
        return of(kind, Map.of(field, value));
    }

    /** A fault with its fields, for the next request of any account. */
    public static Fault of(FaultKind kind, Map<String, Object> fields) {
        return new Fault(kind, fields, 1, null, null);
    }

    /** Returns a copy for that many requests. */
    public Fault times(int count) {
        return new Fault(kind, fields, count, account, path);
    }

    /** Returns a copy for one account only, as {@code vendor:key}. */
    public Fault on(String onlyAccount) {
        return new Fault(kind, fields, times, onlyAccount, path);
    }

    /** Returns a copy for one request path only. */
    public Fault at(String onlyPath) {
        return new Fault(kind, fields, times, account, onlyPath);
    }

    /** Returns a copy with one more field, as in {@code with("millis", 500)}. */
    public Fault with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(field, value);
        return new Fault(kind, more, times, account, path);
    }

    /** The number in a field, or the other one if the field was left out. */
    public int number(String field, int otherwise) {
        return fields.get(field) instanceof Integer number ? number : otherwise;
    }

    /** The text in a field, or the other one if the field was left out. */
    public String text(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise).toString();
    }

    /** The field {@code code} for a vendor whose codes are numbers; 1 if it was given as another text. */
    public int code() {
        String code = text("code", "");
        return code.matches("-?[0-9]{1,9}") ? Integer.parseInt(code) : 1;
    }

    boolean concerns(String someAccount, String somePath) {
        boolean vendor = kind != FaultKind.WRONG_SIGNATURE || someAccount.startsWith("callbot:");
        return vendor && (account == null || account.equals(someAccount)) && (path == null || path.equals(somePath));
    }
}
