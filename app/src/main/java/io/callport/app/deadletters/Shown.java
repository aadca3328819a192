package io.callport.app.deadletters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes and text of strangers, made safe for a terminal: nothing in it moves the cursor, hides or turns around. */
final class Shown {
    private Shown() {}

    /** At most that many characters of what should be UTF-8; the bytes in hexadecimal where it is not. */
    static String beginning(byte @Nullable [] bytes, int most) {
        if (bytes == null) {
            return "(none)";
        }
        if (bytes.length == 0) {
            return "(empty)";
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, false); // it may end within a character
        return result.isError()
                ? shortened("0x" + HexFormat.of().formatHex(bytes), most)
                : safe(text.flip().toString(), most);
    }

    /** At most that many characters of a text on one line. */
    static String safe(String text, int most) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(most + 1L).forEach(c -> append(safe, c));
        return shortened(safe.toString(), most);
    }

    private static void append(StringBuilder safe, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> safe.append(escaped(c));
            default -> safe.appendCodePoint(c);
        }
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", c);
        };
    }

    private static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
