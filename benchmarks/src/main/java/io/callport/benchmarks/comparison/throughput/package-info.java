/** B3 and B4: how many results a second come out of a backlog, beside the limit and beside what people would use instead. */
@NullMarked
package io.callport.benchmarks.comparison.throughput;

import org.jspecify.annotations.NullMarked;
