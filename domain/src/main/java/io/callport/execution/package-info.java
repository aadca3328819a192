/**
 * Runs the switchboard's requests on threads, each to exactly one end. It reads no clock, and decides nothing of what
 * may run: the rest of this module has no threads.
 */
@NullMarked
package io.callport.execution;

import org.jspecify.annotations.NullMarked;
