/** Counts the steps of code, for the laws of growth: what an operation costs as what is held grows, without a clock. */
@NullMarked
package io.callport.growth;

import org.jspecify.annotations.NullMarked;
