package io.callport.kafka.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Account;
import io.callport.kafka.record.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the value of a command. */
public final class CommandJson {
    private CommandJson() {}

    /**
     * A command's value.
     *
     * @param params a JSON object
     * @throws IllegalArgumentException if {@code params} is no JSON object
     */
    public static byte[] write(String query, Account account, String params, Instant expiresAt) {
        ObjectNode command = Json.STRICT.createObjectNode();
        command.put("query", query);
        command.put("account", account.toString());
        command.set("params", object(params));
        command.put("expiresAt", expiresAt.toString());
        return Json.bytes(command);
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
