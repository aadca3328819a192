/**
 * The entry point of the adapter: what vendors push, received by {@link Webhooks} and served by {@link WebhookServer}.
 */
@NullMarked
package io.callport.webhook;

import org.jspecify.annotations.NullMarked;
