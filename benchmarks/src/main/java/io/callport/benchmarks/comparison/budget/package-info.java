/** B5: how much of a budget is used in an hour, and how often it is exceeded, all on simulated clocks. */
@NullMarked
package io.callport.benchmarks.comparison.budget;

import org.jspecify.annotations.NullMarked;
