/**
 * The command line of the benchmarks, which measure Callport's cost. The benchmarks themselves live in the packages
 * below.
 */
@NullMarked
package io.callport.benchmarks;

import org.jspecify.annotations.NullMarked;
