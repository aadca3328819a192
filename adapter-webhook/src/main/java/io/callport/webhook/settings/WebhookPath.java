package io.callport.webhook.settings;

import io.callport.account.Secret;
import io.callport.catalog.Events;
import io.callport.event.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path to give to a vendor, behind the address at which it reaches the server.
 *
 * @param event the kind of event that comes there
 * @param proof the proof that its callbacks bring
 * @param start the path, without the secret at its end if it has one
 * @param secret the secret at its end; {@code null} if it has none
 */
public record WebhookPath(
        EventType<?> event,
        Proof proof,
        String start,
        @Nullable Secret secret) {
    /** The proof that a callback is authentic. */
    public enum Proof {
        /** A signature over its body. */
        SIGNATURE,
        /** A token in a header. */
        TOKEN,
        /** A secret at the end of its path. */
        PATH_SECRET
    }

    /** The paths of an account, in the order in which they are shown to people; none if it has no proof to bring. */
    public static List<WebhookPath> of(WebhookAccount account) {
        String key = account.account().key();
        return switch (account.account().vendor()) {
            case "callbot" ->
                List.of(
                        signed(Events.CALL, "callbot/call"),
                        signed(Events.ORDER, "callbot/order"),
                        signed(Events.TASK, "callbot/task"));
            case "nxlink" -> nxlink(account.token() != null, key);
            case "7moor" -> moor(account);
            default -> List.of();
        };
    }

    /** The whole path, with its secret. */
    public String reveal() {
        return secret == null ? start : start + secret.reveal();
    }

    /** The whole path, with {@code ***} for its secret. */
    @Override
    public String toString() {
        return secret == null ? start : start + secret;
    }

    private static List<WebhookPath> nxlink(boolean token, String key) {
        List<WebhookPath> paths = new ArrayList<>();
        paths.add(signed(Events.RECORD, "nxlink/record"));
        if (token) {
            paths.add(new WebhookPath(Events.RECORD, Proof.TOKEN, "/webhooks/nxlink/" + key + "/record", null));
        }
        return paths;
    }

    private static List<WebhookPath> moor(WebhookAccount account) {
        Secret secret = account.pathSecret();
        return secret == null
                ? List.of()
                : List.of(new WebhookPath(
                        Events.CALL_STATE, Proof.PATH_SECRET, "/webhooks/7moor/" + account.accountId() + "/", secret));
    }

    private static WebhookPath signed(EventType<?> event, String path) {
        return new WebhookPath(event, Proof.SIGNATURE, "/webhooks/" + path, null);
    }
}
