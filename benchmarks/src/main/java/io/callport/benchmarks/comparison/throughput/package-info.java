/** B3 and B4: the results a second from a backlog, beside the upper limit and the alternatives. */
@NullMarked
package io.callport.benchmarks.comparison.throughput;

import org.jspecify.annotations.NullMarked;
