/**
 * The HTTP server: it turns connections into received requests, and sends replies in the way that a fault requires. The
 * content of replies is decided elsewhere.
 */
@NullMarked
package io.callport.sandbox.http;

import org.jspecify.annotations.NullMarked;
