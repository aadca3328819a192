/**
 * The HTTP server: it makes received requests of connections, and sends replies back in the way that a fault asks
 * for. The content of replies is decided elsewhere.
 */
@NullMarked
package io.callport.sandbox.http;

import org.jspecify.annotations.NullMarked;
