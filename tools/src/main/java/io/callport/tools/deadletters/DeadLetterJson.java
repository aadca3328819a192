package io.callport.tools.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.admin.DeadLetter;
import io.callport.kafka.admin.DeadLetterPage;
import io.callport.tools.shell.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dead letter for programs: one JSON object on one line, with the beginnings of key and value in the form that
 * is shown to people.
 */
final class DeadLetterJson {
    private static final int TEXT = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeadLetterJson() {}

    static String line(DeadLetterPage.Entry listed) {
        DeadLetter letter = listed.letter();
        ObjectNode json = JSON.createObjectNode();
        json.put("at", letter.position().toString());
        json.put("time", letter.time().toString());
        json.put("firstAt", letter.identity());
        json.put("deaths", letter.deadLetterCount());
        json.put("group", SafeText.safe(letter.group(), TEXT));
        json.put("reason", SafeText.safe(letter.reason(), TEXT));
        text(json, "key", letter.key());
        json.put("keyBytes", listed.keyBytes());
        text(json, "value", letter.value());
        json.put("valueBytes", listed.valueBytes());
        if (letter.valueIsLost()) {
            json.put("lostBytes", SafeText.safe(letter.lostLength(), TEXT));
            json.put("lostSha256", SafeText.safe(letter.lostSha256(), TEXT));
        }
        return json.toString();
    }

    private static void text(ObjectNode json, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            json.put(name, bytes.length == 0 ? "" : SafeValues.beginning(bytes, TEXT));
        }
    }
}
