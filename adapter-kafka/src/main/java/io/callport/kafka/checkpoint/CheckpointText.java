package io.callport.kafka.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The outer form of a checkpoint: {@code callport<version>.<content>.<checksum>}, ASCII. The content is base64url without
 * padding, the checksum the CRC-32 of all before its dot, as eight lower-case hexadecimal digits.
 */
final class CheckpointText {
    private static final String MAGIC = "callport";
    private static final Pattern VERSION = Pattern.compile("callport([1-9][0-9]{0,8})\\..*", Pattern.DOTALL);
    private static final Pattern CONTENT = Pattern.compile("[^.]+\\.([A-Za-z0-9_-]*)\\.([0-9a-f]{8})");
    private static final int CHECKSUM = 9;

    private CheckpointText() {}

    static String write(int version, byte[] content) {
        String text = prefix(version) + Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return text + "." + checksum(text);
    }

    /** The number of chars of a text with that many bytes of content. */
    static int chars(int version, int bytes) {
        return prefix(version).length() + (bytes * 4 + 2) / 3 + CHECKSUM;
    }

    /** The number of bytes of content that fit in that many chars; may be negative. */
    static int bytes(int version, int chars) {
        long room = (long) chars - prefix(version).length() - CHECKSUM;
        return (int) Math.floorDiv(room * 3, 4L);
    }

    /**
     * Whether Callport wrote the text: it begins with the magic, or is cut off within it, or would be intact if it began
     * with it.
     */
    static boolean isOurs(String text) {
        if (text.length() <= MAGIC.length()) {
            return !text.isEmpty() && MAGIC.startsWith(text);
        }
        return text.startsWith(MAGIC) || isIntact(MAGIC + text.substring(MAGIC.length()));
    }

    static int version(String text) throws DamagedCheckpointException {
        Matcher parts = VERSION.matcher(text);
        if (!parts.matches()) {
            throw new DamagedCheckpointException("it does not begin with " + MAGIC + " and a version");
        }
        return Integer.parseInt(parts.group(1));
    }

    static byte[] content(String text) throws DamagedCheckpointException {
        if (!isIntact(text)) {
            throw new DamagedCheckpointException("its checksum is not right");
        }
        try {
            return Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]);
        } catch (IllegalArgumentException e) {
            throw new DamagedCheckpointException("its content is not base64url");
        }
    }

    private static boolean isIntact(String text) {
        Matcher parts = CONTENT.matcher(text);
        return parts.matches() && parts.group(2).equals(checksum(text.substring(0, parts.start(2) - 1)));
    }

    private static String prefix(int version) {
        return MAGIC + version + ".";
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
