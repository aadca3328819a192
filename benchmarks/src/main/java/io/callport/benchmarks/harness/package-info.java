/**
 * The harness of contenders: separate topics, commands, and results as a committed reader reads them. The harness does
 * not know the contenders.
 */
@NullMarked
package io.callport.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
