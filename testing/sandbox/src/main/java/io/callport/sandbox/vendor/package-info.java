/**
 * What the stand-in vendors have in common: a received request is judged, and gets a reply. Nothing here is written for one
 * vendor, and nothing is taken from the rest of Callport; but for accounts and verdicts it is for use inside the sandbox.
 */
@NullMarked
package io.callport.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
