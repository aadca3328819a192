/**
 * Stand-in vendors on one HTTP port: how to start them, what they saw, and how to make them fail. What
 * a vendor checks and answers is in the packages below; the Kafka broker beside them is {@code broker}.
 */
@NullMarked
package io.callport.sandbox;

import org.jspecify.annotations.NullMarked;
