package io.callport.sandbox.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Enlarges an answer to a size: the first list of its data repeats its first item, each item with its own number. */
final class PaddedAnswer {
    private static final String MARK = "@many@";
    private static final int FIRST = 1_000_000_000;

    private PaddedAnswer() {}

    /** Makes exactly that many bytes, filled up with spaces; leaves a longer answer unchanged. */
    static byte[] of(ObjectNode answer, int size) {
        ArrayNode list = answer.has("data") ? firstList(answer.path("data")) : firstList(answer);
        if (list == null) {
            list = answer.withObject("/data").putArray("numbers");
        }
        if (list.isEmpty()) {
            list.add(answer.objectNode().put("number", ""));
        }
        ObjectNode item = list.get(0) instanceof ObjectNode object ? object : answer.objectNode();
        list.add(MARK);
        String[] around = AnswerJson.text(answer).split(",\"" + MARK + "\"", 2);
        return fill(around[0].getBytes(UTF_8), item.deepCopy(), around[1].getBytes(UTF_8), size);
    }

    private static byte[] fill(byte[] head, ObjectNode item, byte[] tail, int size) {
        ByteBuffer out = ByteBuffer.allocate(Math.max(size, head.length + tail.length));
        out.put(head);
        byte[] next = item(item, 0);
        for (int i = 1; out.remaining() >= next.length + tail.length; i++) {
            out.put(next);
            next = item(item, i);
        }
        out.put(tail);
        Arrays.fill(out.array(), out.position(), out.limit(), (byte) ' ');
        return out.array();
    }

    private static byte[] item(ObjectNode item, int index) {
        String number = Integer.toString(FIRST + index);
        for (String field : new String[] {"_id", "number"}) {
            if (item.has(field)) {
                item.put(field, number);
            }
        }
        return ("," + AnswerJson.text(item)).getBytes(UTF_8);
    }

    private static @Nullable ArrayNode firstList(JsonNode data) {
        if (data instanceof ArrayNode list) {
            return list;
        }
        for (JsonNode child : data) {
            if (child instanceof ArrayNode list) {
                return list;
            }
        }
        return null;
    }
}
