/**
 * The alternative rate limiters, each set up as its documentation says and driven by a simulated clock. They are
 * measured elsewhere.
 */
@NullMarked
package io.callport.benchmarks.contender.limiter;

import org.jspecify.annotations.NullMarked;
