/**
 * The switchboard: which request may start, which command gets which result, and when. Deterministic and single-threaded;
 * time and randomness are arguments, requests are effects.
 */
@NullMarked
package io.callport.switchboard;

import org.jspecify.annotations.NullMarked;
