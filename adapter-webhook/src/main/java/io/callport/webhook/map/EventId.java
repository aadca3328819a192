package io.callport.webhook.map;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.event.EventType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of an event: the same whenever a vendor sends the same event again. */
public final class EventId {
    private static final int BYTES = 16;

    private EventId() {}

    /**
     * The first 32 hexadecimal digits of the SHA-256 of account, event, part and content, with line feeds between them.
     *
     * @param part what distinguishes events of equal content; else empty
     * @param content the raw body, or the vendor's own id of the event
     */
    public static String of(Account account, EventType<?> event, String part, byte[] content) {
        MessageDigest digest = sha256();
        digest.update((account + "\n" + event.name() + "\n" + part + "\n").getBytes(UTF_8));
        digest.update(content);
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256, which every Java platform must", e);
        }
    }
}
