package io.callport.webhook.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.settings.SuccessReply;
import io.callport.webhook.settings.WebhookOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The answers to vendors. Whatever is not authentic has the same one. */
final class Replies {
    /** The time after which to send again, where nothing better is known: vendors are known to wait a minute. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Map<String, WebhookReply> success = new HashMap<>();
    private final WebhookReply usual = success(SuccessReply.DEFAULT);

    Replies(Map<String, SuccessReply> byVendor) {
        byVendor.forEach((vendor, reply) -> success.put(vendor, success(reply)));
    }

    WebhookReply success(String vendor) {
        return success.getOrDefault(vendor, usual);
    }

    static WebhookReply of(WebhookOutcome outcome) {
        return switch (outcome) {
            case PUBLISHED, UNMAPPED -> success(SuccessReply.DEFAULT);
            case NOT_AUTHENTIC, TOO_OLD -> json(401, "not authentic", Map.of());
            case WRONG_KIND -> json(400, "no callback of the kind that the path says", Map.of());
            case NOT_JSON -> json(400, "no JSON object", Map.of());
            case TOO_LARGE -> json(413, "the body is too large", Map.of());
            case TOO_SLOW, CUT_OFF -> json(408, "the body did not come in time", Map.of());
            case NO_ROUTE -> json(404, "no such path", Map.of());
            case WRONG_METHOD -> json(405, "only POST", Map.of("Allow", "POST"));
            case OVERLOADED, NOT_ACKNOWLEDGED -> later(RETRY_AFTER);
            case FAILED -> json(500, "internal error", Map.of());
        };
    }

    /** Asks the vendor to send again, after that time rounded up to seconds. */
    static WebhookReply later(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return json(503, "not taken now; send again", Map.of("Retry-After", Long.toString(seconds)));
    }

    private static WebhookReply success(SuccessReply reply) {
        return reply(reply.status(), reply.body(), Map.of());
    }

    private static WebhookReply json(int status, String message, Map<String, String> headers) {
        String body = "{\"code\":" + status + ",\"retCode\":" + status + ",\"msg\":\"" + message + "\"}";
        return reply(status, body, headers);
    }

    private static WebhookReply reply(int status, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new WebhookReply(status, all, body.getBytes(UTF_8));
    }
}
