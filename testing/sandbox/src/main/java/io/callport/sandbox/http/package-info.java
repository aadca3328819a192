/**
 * The HTTP server: from a connection to a received request, and from a reply back to the connection, in the way that a fault
 * wants it. What a reply says is decided elsewhere.
 */
@NullMarked
package io.callport.sandbox.http;

import org.jspecify.annotations.NullMarked;
