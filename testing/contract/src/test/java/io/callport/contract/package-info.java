/**
 * Sees whether messages are what docs/schemas says, and whether those schemas are still what was released. Knows JSON and
 * Kafka's records, and nothing of Callport's code.
 */
@NullMarked
package io.callport.contract;

import org.jspecify.annotations.NullMarked;
