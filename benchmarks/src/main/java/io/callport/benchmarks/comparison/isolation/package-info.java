/** B6: the cost of a flooded account for a hundred quiet accounts on the same partition, with each contender. */
@NullMarked
package io.callport.benchmarks.comparison.isolation;

import org.jspecify.annotations.NullMarked;
