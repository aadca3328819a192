package io.callport.webhook.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.vendor.json.FieldReader;
import io.callport.webhook.route.Route;

/**
 * Says whether a body is a callback of its path's kind. Callbot's formula covers neither path nor direction: requests
 * of ours, answers to them and callbacks of another kind have right signatures too. Calls and orders have the same
 * fields.
 */
public final class CallbackKind {
    private CallbackKind() {}

    /** Whether the body has the fields of its path's kind. */
    public static boolean matches(Route route, ObjectNode body) {
        return switch (route) {
            case CALLBOT_CALL, CALLBOT_ORDER -> body.has("callbackType") && body.has("callInfoDetail");
            case CALLBOT_TASK -> body.has("callbackType") && body.has("taskStat");
            case NXLINK_SIGNED, NXLINK_TOKEN, MOOR -> true;
        };
    }

    /** Whether a body of 7moor's names this account, as a number or as text. */
    public static boolean namesAccount(ObjectNode body, String accountId) {
        return accountId.equals(new FieldReader(body).text("accountId"));
    }
}
