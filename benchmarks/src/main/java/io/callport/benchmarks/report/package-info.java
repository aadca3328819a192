/** How benchmarks show their figures: tables, percentiles. Nothing here measures. */
@NullMarked
package io.callport.benchmarks.report;

import org.jspecify.annotations.NullMarked;
