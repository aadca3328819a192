package io.callport.sandbox.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What a Callbot endpoint answers as {@code data}. */
interface CallbotEndpoint {
    JsonNode data(ObjectNode requestBody, Instant at);
}
