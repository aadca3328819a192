/** What Callport costs: the command line of the benchmarks. The benchmarks themselves live in the packages below. */
@NullMarked
package io.callport.benchmarks;

import org.jspecify.annotations.NullMarked;
