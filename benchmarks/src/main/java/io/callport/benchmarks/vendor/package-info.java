/**
 * A stand-in Callbot, which is never the bottleneck and can be made slow, and a bare client that sends the same
 * requests as Callport. Nothing here knows Kafka.
 */
@NullMarked
package io.callport.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
