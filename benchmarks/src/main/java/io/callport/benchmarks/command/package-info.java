/**
 * The command line of the comparison: the rows, their scale and the output. The measurements live in the rows'
 * packages.
 */
@NullMarked
package io.callport.benchmarks.command;

import org.jspecify.annotations.NullMarked;
