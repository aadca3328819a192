/**
 * What a row of the comparison is, and how contenders take turns in it. The rows themselves live in the packages below, and
 * nothing here knows Kafka, HTTP or a peer.
 */
@NullMarked
package io.callport.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
