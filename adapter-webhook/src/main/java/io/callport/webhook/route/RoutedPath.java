package io.callport.webhook.route;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A path that has a route, read as it stands in the request line: nothing is decoded, so that a secret in it is
 * compared as it came and appears in no decoder's message. Immutable and thread-safe.
 */
public final class RoutedPath {
    private static final String ROOT = "/webhooks/";
    private static final byte[] NOTHING = {};

    private final Route route;
    private final String account;
    private final byte[] secret;

    private RoutedPath(Route route, String account, byte[] secret) {
        this.route = route;
        this.account = account;
        this.secret = secret;
    }

    /** The routed path of a request's target; {@code null} if there is no such route. */
    public static @Nullable RoutedPath of(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.startsWith(ROOT)) {
            return null;
        }
        String[] parts = path.substring(ROOT.length()).split("/", -1);
        return switch (parts[0]) {
            case "callbot" -> parts.length == 2 ? callbot(parts[1]) : null;
            case "nxlink" -> nxlink(parts);
            case "7moor" ->
                parts.length == 3
                        ? new RoutedPath(Route.MOOR, parts[1], parts[2].getBytes(StandardCharsets.UTF_8))
                        : null;
            default -> null;
        };
    }

    private static @Nullable RoutedPath callbot(String kind) {
        return switch (kind) {
            case "call" -> new RoutedPath(Route.CALLBOT_CALL, "", NOTHING);
            case "order" -> new RoutedPath(Route.CALLBOT_ORDER, "", NOTHING);
            case "task" -> new RoutedPath(Route.CALLBOT_TASK, "", NOTHING);
            default -> null;
        };
    }

    private static @Nullable RoutedPath nxlink(String[] parts) {
        if (!parts[parts.length - 1].equals("record")) {
            return null;
        }
        return switch (parts.length) {
            case 2 -> new RoutedPath(Route.NXLINK_SIGNED, "", NOTHING);
            case 3 -> new RoutedPath(Route.NXLINK_TOKEN, parts[1], NOTHING);
            default -> null;
        };
    }

    /** The kind of the path. */
    public Route route() {
        return route;
    }

    /** The account that the path names, not decoded; empty where a header names it. */
    public String account() {
        return account;
    }

    /** The path's last part, where that is a secret; not a copy. */
    public byte[] secret() {
        return secret;
    }

    /** The kind of the path alone: the rest may hold a secret, or be one. */
    @Override
    public String toString() {
        return route.name();
    }
}
