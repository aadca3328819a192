/** B6: what a flooded account costs a hundred quiet ones on the same partition, with each contender. */
@NullMarked
package io.callport.benchmarks.comparison.isolation;

import org.jspecify.annotations.NullMarked;
