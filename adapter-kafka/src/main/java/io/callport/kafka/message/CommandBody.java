package io.callport.kafka.message;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The part of a record that makes it a command: a JSON object with a text {@code query} and an {@code account}.
 *
 * @param query the query's name, whatever it is
 * @param account whom to ask
 * @param json the whole object
 */
record CommandBody(String query, Account account, JsonNode json) {
    private static final String STRUCTURED = "application/cloudevents";
    private static final int LONGEST_QUERY = 256;

    /** Reads the value, or in structured mode the event's data. */
    static CommandBody of(InboundRecord record) throws NoCommandException {
        JsonNode value = parse(record.value());
        JsonNode body = isStructured(record) ? data(value) : value;
        if (!body.isObject()) {
            throw new NoCommandException(
                    "value: must be a JSON object with query and account, but is " + QueryJson.shape(body));
        }
        return new CommandBody(query(body), account(body), body);
    }

    /** Whether the value is a CloudEvent as a whole. */
    static boolean isStructured(InboundRecord record) {
        byte[] type = record.header("content-type");
        return type != null && RecordHeader.text(type).toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    /** A text field of the body; {@code null} if absent. */
    @Nullable
    String text(String field) throws InvalidCommandException {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new InvalidCommandException(field + ": must be text, but is " + QueryJson.shape(node));
        }
        return node.textValue();
    }

    private static JsonNode parse(byte @Nullable [] value) throws NoCommandException {
        if (value == null || value.length == 0) {
            throw new NoCommandException("value: is missing; publish a JSON object with query and account");
        }
        try {
            return Json.STRICT.readTree(value);
        } catch (JacksonException e) {
            throw new NoCommandException(
                    "value: is not JSON" + at(e.getLocation()) + "; publish a JSON object with query and account");
        } catch (IOException e) {
            throw new NoCommandException("value: cannot be read; publish a JSON object with query and account");
        }
    }

    private static JsonNode data(JsonNode event) throws NoCommandException {
        JsonNode base64 = event.get("data_base64");
        if (base64 == null) {
            return event.path("data");
        }
        try {
            return parse(base64.binaryValue());
        } catch (IOException e) {
            throw new NoCommandException("data_base64: is not Base64; publish a JSON object with query and account");
        }
    }

    private static String query(JsonNode body) throws NoCommandException {
        JsonNode query = body.path("query");
        if (!query.isTextual()) {
            throw new NoCommandException(
                    "query: must be text, as in number-pool.numbers, but is " + QueryJson.shape(query));
        }
        if (query.textValue().length() > LONGEST_QUERY) {
            throw new NoCommandException("query: must have at most " + LONGEST_QUERY + " characters, but has "
                    + query.textValue().length());
        }
        return query.textValue();
    }

    private static Account account(JsonNode body) throws NoCommandException {
        JsonNode account = body.path("account");
        if (!account.isTextual()) {
            throw new NoCommandException(
                    "account: must be text, as in 7moor:2000103, but is " + QueryJson.shape(account));
        }
        try {
            return Account.parse(account.textValue());
        } catch (IllegalArgumentException e) {
            throw new NoCommandException(String.valueOf(e.getMessage()));
        }
    }

    private static String at(@Nullable JsonLocation where) {
        return where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }
}
