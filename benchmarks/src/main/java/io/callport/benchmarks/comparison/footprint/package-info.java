/** B8: how long the service takes to its first result, and how much memory it takes then and later, in processes of its own. */
@NullMarked
package io.callport.benchmarks.comparison.footprint;

import org.jspecify.annotations.NullMarked;
