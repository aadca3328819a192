package io.callport.tools.deadletters;

import io.callport.tools.shell.SafeText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes bytes of other programs safe for a terminal. */
final class SafeValues {
    private SafeValues() {}

    /**
     * At most {@code most} characters of bytes that should be UTF-8; the bytes in hexadecimal if they are not UTF-8.
     */
    static String beginning(byte @Nullable [] bytes, int most) {
        if (bytes == null) {
            return "(none)";
        }
        if (bytes.length == 0) {
            return "(empty)";
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result =
                decoder.decode(ByteBuffer.wrap(bytes), text, false); // the bytes may end within a character
        return result.isError()
                ? SafeText.shortened("0x" + HexFormat.of().formatHex(bytes), most)
                : SafeText.safe(text.flip().toString(), most);
    }
}
