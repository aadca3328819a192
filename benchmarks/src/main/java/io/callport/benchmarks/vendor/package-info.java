/**
 * A Callbot to ask, which is never the bottleneck and can be as slow as one likes, and the barest client that asks it the
 * same as Callport does. Nothing here knows Kafka.
 */
@NullMarked
package io.callport.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
