package io.callport.webhook.receive;

import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.verify.Claim;

/** What was decided about a request before its body is read. */
public sealed interface Admission {
    /** Its answer is known already, and its body need not be read. */
    record Refused(WebhookReply reply) implements Admission {}

    /** Its body is what decides. */
    record Admitted(Claim claim) implements Admission {}
}
