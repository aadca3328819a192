package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.vendor.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults that replace the vendor's whole HTTP reply. */
final class ReplyFaults {
    private ReplyFaults() {}

    static Reply replaced(Reply reply, @Nullable Fault fault) {
        if (fault == null) {
            return reply;
        }
        return switch (fault.kind()) {
            case STATUS -> status(fault);
            case GARBAGE -> text(200, "<html><body>No JSON here: {\"success\":tru</body></html>");
            case REDIRECT -> text(302, "moved").with(Map.of("Location", fault.text("location", "/elsewhere")));
            default -> reply;
        };
    }

    private static Reply status(Fault fault) {
        Reply reply = text(fault.number("status", 500), fault.text("body", "a fault that was armed in the sandbox"));
        String retryAfter = fault.text("retryAfter", "");
        return retryAfter.isEmpty() ? reply : reply.with(Map.of("Retry-After", retryAfter));
    }

    private static Reply text(int status, String text) {
        return Reply.of(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }
}
