/**
 * The common parts of the stand-in vendors: a received request is checked, and gets a reply. No type here belongs to
 * one vendor or uses the rest of Callport; only accounts and verdicts are for use outside the sandbox.
 */
@NullMarked
package io.callport.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
