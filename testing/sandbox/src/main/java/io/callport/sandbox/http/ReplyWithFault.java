package io.callport.sandbox.http;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.vendor.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A reply, and the fault with which it is sent.
 *
 * @param reply the reply to send
 * @param fault the fault in sending; null for a regular reply
 */
public record ReplyWithFault(Reply reply, @Nullable Fault fault) {}
