/**
 * What contenders are given and what is seen of them: topics of their own, commands, and results as a committed reader sees
 * them. Nothing here knows who does the work.
 */
@NullMarked
package io.callport.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
