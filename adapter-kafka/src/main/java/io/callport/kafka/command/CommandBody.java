package io.callport.kafka.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.kafka.command.ConfiguredAccounts.ConfiguredAccount;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Json;
import io.callport.kafka.record.RecordHeader;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The part of a record that makes it a command: a JSON object with a text {@code query} and an {@code account}.
 *
 * @param query the query's name, whether there is such a query or not
 * @param account the account of the command
 * @param configured the same, if it is configured here; else {@code null}
 * @param json the whole JSON object
 */
record CommandBody(String query, Account account, @Nullable ConfiguredAccount configured, JsonNode json) {
    private static final String STRUCTURED = "application/cloudevents";
    private static final String BASE64 = "data_base64";
    private static final String REMEDY = "; publish a JSON object with query and account";

    /** Reads the value of the record, or the event's data in structured mode. */
    static CommandBody of(InboundRecord record, ConfiguredAccounts accounts) throws NoCommandException {
        JsonNode value = parse("value", record.value());
        return isStructured(record) ? ofEvent(value, accounts) : of("value", value, accounts);
    }

    /** Whether the whole value is a CloudEvent, in structured mode. */
    static boolean isStructured(InboundRecord record) {
        byte[] type = record.header("content-type");
        return type != null && RecordHeader.text(type).toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    /** The query's parameters; an empty object if the parameters are missing or null. */
    JsonNode params() {
        return json.hasNonNull("params") ? json.get("params") : Json.STRICT.createObjectNode();
    }

    /** A text field of the body; {@code null} if the field is absent. */
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

    private static CommandBody ofEvent(JsonNode event, ConfiguredAccounts accounts) throws NoCommandException {
        if (!event.hasNonNull(BASE64)) {
            return of("data", event.path("data"), accounts);
        }
        try {
            byte[] data = event.get(BASE64).binaryValue();
            if (data != null) {
                return of(BASE64, parse(BASE64, data), accounts);
            }
        } catch (IOException e) {
            // refused below, as data that is no text is
        }
        throw new NoCommandException(BASE64 + ": must be Base64 of a JSON object with query and account");
    }

    private static CommandBody of(String field, JsonNode body, ConfiguredAccounts accounts) throws NoCommandException {
        if (!body.isObject()) {
            throw new NoCommandException(
                    field + ": must be a JSON object with query and account, but is " + QueryJson.shape(body));
        }
        String query = query(body);
        String account = account(body);
        ConfiguredAccount configured = accounts.find(account);
        return new CommandBody(query, configured == null ? parse(account) : configured.account(), configured, body);
    }

    private static JsonNode parse(String field, byte @Nullable [] json) throws NoCommandException {
        if (json == null || json.length == 0) {
            throw new NoCommandException(field + ": is missing" + REMEDY);
        }
        try {
            return Json.read(json);
        } catch (StreamConstraintsException e) {
            throw new NoCommandException(
                    field + ": goes beyond what is read" + REMEDY
                            + ", of at most 1,000 levels, with names of at most 50,000 bytes and numbers of at most 1,000 digits");
        } catch (JacksonException e) {
            throw new NoCommandException(field + ": is not JSON" + at(e.getLocation()) + REMEDY);
        } catch (IOException e) {
            throw new NoCommandException(field + ": is not JSON" + REMEDY);
        }
    }

    private static String query(JsonNode body) throws NoCommandException {
        JsonNode query = body.path("query");
        requireNotMisspelt(body, query);
        if (!query.isTextual()) {
            throw new NoCommandException(
                    "query: must be text, as in number-pool.numbers, but is " + QueryJson.shape(query));
        }
        return query.textValue();
    }

    private static String account(JsonNode body) throws NoCommandException {
        JsonNode account = body.path("account");
        requireNotMisspelt(body, account);
        if (!account.isTextual()) {
            throw new NoCommandException(
                    "account: must be text, as in 7moor:2000103, but is " + QueryJson.shape(account));
        }
        return account.textValue();
    }

    private static Account parse(String account) throws NoCommandException {
        try {
            return Account.parse(account);
        } catch (IllegalArgumentException e) {
            throw new NoCommandException(String.valueOf(e.getMessage()));
        }
    }

    /** Says of a missing field that it is misspelt, if it is. */
    private static void requireNotMisspelt(JsonNode body, JsonNode field) throws NoCommandException {
        String problem = field.isMissingNode() ? FieldNames.problem(body) : null;
        if (problem != null) {
            throw new NoCommandException(problem);
        }
    }

    private static String at(@Nullable JsonLocation where) {
        return where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }
}
