/**
 * The contenders between commands and results: Callport, the alternatives, and the upper bound. Each is set up as its
 * documentation recommends, in one class that can be reviewed. The figures are measured elsewhere.
 */
@NullMarked
package io.callport.benchmarks.contender.kafka;

import org.jspecify.annotations.NullMarked;
