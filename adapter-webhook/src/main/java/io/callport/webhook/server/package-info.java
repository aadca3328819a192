/** Jetty behind the receiver: bytes of bodies, connections, time and certificates. Nothing here knows a vendor. */
@NullMarked
package io.callport.webhook.server;

import org.jspecify.annotations.NullMarked;
