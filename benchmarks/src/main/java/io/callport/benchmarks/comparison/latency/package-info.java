/** B7: the latency of a single command on an idle service, and its parts. */
@NullMarked
package io.callport.benchmarks.comparison.latency;

import org.jspecify.annotations.NullMarked;
