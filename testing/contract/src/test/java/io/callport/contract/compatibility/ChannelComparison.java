package io.callport.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds changes of an AsyncAPI document that break users of the released one: channels, keys, names of messages. */
final class ChannelComparison {
    /** Descriptions, and the messages, which are compared one by one. */
    private static final List<String> NOT_BARE = List.of("title", "summary", "description", "examples", "messages");

    private ChannelComparison() {}

    static List<String> breaks(JsonNode released, JsonNode now) {
        List<String> breaks = new ArrayList<>();
        for (String kind : List.of("/channels", "/components/messages", "/components/messageTraits")) {
            for (Map.Entry<String, JsonNode> part : released.at(kind).properties()) {
                JsonNode after = now.at(kind).path(part.getKey());
                compare(kind + "/" + part.getKey(), part.getValue(), after, breaks);
            }
        }
        return breaks;
    }

    /**
     * Compares a part. A channel may get messages; nothing else may be added, removed or changed, except descriptions.
     */
    private static void compare(String where, JsonNode released, JsonNode now, List<String> breaks) {
        for (Map.Entry<String, JsonNode> message : released.path("messages").properties()) {
            if (!now.path("messages").path(message.getKey()).equals(message.getValue())) {
                breaks.add("asyncapi.yaml#" + where + "/messages/" + message.getKey() + ": is gone; put it back");
            }
        }
        JsonNode before = bare(released);
        JsonNode after = bare(now);
        if (!before.equals(after)) {
            breaks.add("asyncapi.yaml#" + where + ": was " + before + " and is " + after + "; put it back");
        }
    }

    private static JsonNode bare(JsonNode part) {
        return part instanceof ObjectNode object ? object.deepCopy().remove(NOT_BARE) : part;
    }
}
