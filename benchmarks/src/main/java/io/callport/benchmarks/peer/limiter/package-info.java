/**
 * The rate limiters that people would use instead, each set up as its documentation says and driven by a simulated clock.
 * Nothing here measures.
 */
@NullMarked
package io.callport.benchmarks.peer.limiter;

import org.jspecify.annotations.NullMarked;
