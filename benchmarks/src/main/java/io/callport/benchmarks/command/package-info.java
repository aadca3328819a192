/** The command line of the comparison: which rows, how much, where to. What is measured lives in the rows' packages. */
@NullMarked
package io.callport.benchmarks.command;

import org.jspecify.annotations.NullMarked;
