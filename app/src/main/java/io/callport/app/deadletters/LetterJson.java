package io.callport.app.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.app.shell.SafeText;
import io.callport.kafka.admin.deadletters.ListedLetter;
import io.callport.kafka.result.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dead letter for programs: one JSON object on one line, with the beginnings of key and value as they are shown. */
final class LetterJson {
    private static final int TEXT = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LetterJson() {}

    static String line(ListedLetter listed) {
        DeadLetter letter = listed.letter();
        ObjectNode json = JSON.createObjectNode();
        json.put("at", letter.position());
        json.put("time", Instant.ofEpochMilli(letter.record().timestamp()).toString());
        json.put("firstAt", letter.identity());
        json.put("deaths", letter.deaths());
        json.put("group", SafeText.safe(letter.group(), TEXT));
        json.put("reason", SafeText.safe(letter.why(), TEXT));
        text(json, "key", letter.record().key());
        json.put("keyBytes", listed.keyBytes());
        text(json, "value", letter.record().value());
        json.put("valueBytes", listed.valueBytes());
        if (letter.valueIsLost()) {
            json.put("lostBytes", SafeText.safe(letter.lostLength(), TEXT));
            json.put("lostSha256", SafeText.safe(letter.lostSha256(), TEXT));
        }
        return json.toString();
    }

    private static void text(ObjectNode json, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            json.put(name, bytes.length == 0 ? "" : Shown.beginning(bytes, TEXT));
        }
    }
}
