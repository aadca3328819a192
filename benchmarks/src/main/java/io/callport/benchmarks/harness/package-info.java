/**
 * The harness of contenders: topics of their own, commands, and results as a committed reader reads them. It does not
 * know who does the work.
 */
@NullMarked
package io.callport.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
