package io.callport.sandbox.http;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.vendor.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A reply, and the fault with which it is sent.
 *
 * @param reply what to send
 * @param fault how to send it; null for as it should be
 */
public record ReplyWithFault(Reply reply, @Nullable Fault fault) {}
