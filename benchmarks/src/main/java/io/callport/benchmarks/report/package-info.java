/** The output of benchmarks: tables, percentiles, JSON. The figures are measured elsewhere. */
@NullMarked
package io.callport.benchmarks.report;

import org.jspecify.annotations.NullMarked;
