/** B8: the service's time to its first result, and its memory then and later, in separate processes. */
@NullMarked
package io.callport.benchmarks.comparison.footprint;

import org.jspecify.annotations.NullMarked;
