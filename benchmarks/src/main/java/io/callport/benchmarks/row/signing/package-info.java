/** B1: what a signature costs beside the bare digest of the same bytes. Nothing here knows HTTP or Kafka. */
@NullMarked
package io.callport.benchmarks.row.signing;

import org.jspecify.annotations.NullMarked;
