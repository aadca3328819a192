/** B7: how long a single command takes on a service that has nothing else to do, and where the time goes. */
@NullMarked
package io.callport.benchmarks.comparison.latency;

import org.jspecify.annotations.NullMarked;
