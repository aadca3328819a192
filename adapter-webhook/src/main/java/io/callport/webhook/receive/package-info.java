/** The way of a callback from its head to its answer, for any HTTP server. Nothing here waits, or has a thread. */
@NullMarked
package io.callport.webhook.receive;

import org.jspecify.annotations.NullMarked;
