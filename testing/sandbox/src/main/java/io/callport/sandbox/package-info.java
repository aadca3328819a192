/**
 * Stand-in vendors on one HTTP port: their start, their recorded requests, and their faults. The checks and answers of
 * each vendor are in the packages below; the Kafka broker beside them is {@code broker}.
 */
@NullMarked
package io.callport.sandbox;

import org.jspecify.annotations.NullMarked;
