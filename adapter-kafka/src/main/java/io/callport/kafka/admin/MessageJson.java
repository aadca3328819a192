package io.callport.kafka.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Account;
import io.callport.kafka.command.QueryJson;
import io.callport.kafka.record.Json;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.query.Answer;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The JSON of commands and answers, for tools that show, read or publish them without the loop. */
public final class MessageJson {
    private MessageJson() {}

    /**
     * Writes the value of a command.
     *
     * @param params a JSON object
     * @throws IllegalArgumentException if {@code params} is no JSON object
     */
    public static byte[] writeCommand(String query, Account account, String params, Instant expiresAt) {
        return Json.bytes(command(query, account, params, expiresAt));
    }

    /**
     * Writes the value of a command whose deadline counts from {@code now}; its reply topic is not part of the value.
     */
    static byte[] writeCommand(String query, Account account, String params, SendOptions options, Instant now) {
        ObjectNode command = command(query, account, params, now.plus(options.deadline()));
        if (options.id() != null) {
            command.put("id", options.id());
        }
        if (options.maxAge() != null) {
            command.put("maxAge", options.maxAge().toString());
        }
        return Json.bytes(command);
    }

    private static ObjectNode command(String query, Account account, String params, Instant expiresAt) {
        ObjectNode command = Json.STRICT.createObjectNode();
        command.put("query", query);
        command.put("account", account.toString());
        command.set("params", object(params));
        command.put("expiresAt", expiresAt.toString());
        return command;
    }

    /**
     * Reads the {@code params} of a command, a JSON object, into its query.
     *
     * @throws IllegalArgumentException if the query does not take them; the message names the field
     */
    public static Query<?, ?> readParams(QueryType<?, ?> type, String params) {
        return QueryJson.parse(type, params);
    }

    /** Writes a query as the {@code params} of a command; what is absent is left out. */
    public static String writeParams(Query<?, ?> query) {
        return QueryJson.write(query);
    }

    /** Writes an answer as one line of JSON, as in the {@code result} of an event. */
    public static String writeAnswer(Answer answer, SipPasswords passwords, VendorFieldsInResults vendorFields) {
        return AnswerJson.write(answer, passwords, vendorFields);
    }

    private static JsonNode object(String params) {
        try {
            JsonNode node = Json.read(params.getBytes(StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
            throw new IllegalArgumentException("params: must be a JSON object, but is " + QueryJson.shape(node));
        } catch (IOException e) {
            throw new IllegalArgumentException("params: must be a JSON object, as in {\"status\":1}, but is not JSON");
        }
    }
}
