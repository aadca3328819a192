/**
 * The switchboard decides which request may start, which command gets which result, and when. It is deterministic and
 * single-threaded: time and random numbers are arguments, requests are effects.
 */
@NullMarked
package io.callport.switchboard;

import org.jspecify.annotations.NullMarked;
