package io.callport.vendor.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says where and why bytes are no JSON object, and never what they are: Jackson's messages quote them. */
final class JsonFault {
    private JsonFault() {}

    /** The fault of JSON that can be read, and is no object. */
    static String ofType(JsonNode read) {
        return read.isMissingNode()
                ? "it is empty"
                : "it is JSON, but of type " + read.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /**
     * The fault of bytes that cannot be read.
     *
     * @param reader the reader that failed
     */
    static String of(byte[] bytes, Exception failed, ObjectMapper reader) {
        int wrong = firstByteThatIsNotUtf8(bytes);
        if (wrong >= 0) {
            return "it is not UTF-8" + at(bytes, wrong);
        }
        if (failed instanceof StreamConstraintsException tooMuch) {
            return tooMuch(String.valueOf(tooMuch.getMessage())) + at(place(bytes, reader));
        }
        if (!(failed instanceof JsonProcessingException json)) {
            return "a number is too large" + at(place(bytes, reader));
        }
        boolean trailing = json instanceof MismatchedInputException && !(json instanceof JsonEOFException);
        String what = json instanceof JsonEOFException
                ? "it ends too early"
                : trailing
                        ? "there is more behind its end"
                        : looksLikeMarkup(bytes) ? "it is HTML or XML" : "it is not JSON";
        return what + at(json.getLocation());
    }

    private static String tooMuch(String message) {
        if (message.contains("Number")) {
            return "a number is too long";
        }
        return message.contains("depth") ? "it is nested too deep" : "a text or a name is too long";
    }

    /** The token that goes beyond a bound: exceptions about bounds do not say where. */
    private static @Nullable JsonLocation place(byte[] bytes, ObjectMapper reader) {
        try (JsonParser tokens = reader.createParser(bytes)) {
            boolean reading = true;
            try {
                for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                    reading = false;
                    if (token.isNumeric()) {
                        BigDecimal unused = tokens.getDecimalValue();
                    }
                    reading = true;
                }
            } catch (IOException | NumberFormatException e) {
                // the place is what is asked for
            }
            return reading ? tokens.currentLocation() : tokens.currentTokenLocation();
        } catch (IOException e) {
            return null;
        }
    }

    private static String at(@Nullable JsonLocation where) {
        return where == null ? "" : ", at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    private static String at(byte[] bytes, int position) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return ", at line " + line + ", column " + (position - start + 1);
    }

    private static boolean looksLikeMarkup(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    /** The position of the first byte that is wrong; -1 if all are right, or only the last character is cut. */
    private static int firstByteThatIsNotUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(4_096);
        CoderResult result = decoder.decode(in, out, false);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, false);
        }
        return result.isError() ? in.position() : -1;
    }
}
