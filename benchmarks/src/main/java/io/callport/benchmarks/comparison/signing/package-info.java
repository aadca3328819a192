/** B1: the cost of a signature, beside the bare digest of the same bytes. Nothing here knows HTTP or Kafka. */
@NullMarked
package io.callport.benchmarks.comparison.signing;

import org.jspecify.annotations.NullMarked;
