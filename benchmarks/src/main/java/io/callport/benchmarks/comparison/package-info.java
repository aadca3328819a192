/**
 * The row of a comparison, and the turns of its contenders. The rows themselves live in the packages below, and nothing
 * here knows Kafka, HTTP or a contender.
 */
@NullMarked
package io.callport.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
